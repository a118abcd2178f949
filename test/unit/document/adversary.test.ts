import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { answerBadly, createRandom, FOREIGN } from "../../support/documents/adversary.ts";
import { compareDocuments } from "../../support/documents/compareDocuments.ts";
import { LITTLE_DOCUMENTS } from "../../support/documents/littleDocuments.ts";
import { measureCheck, rateCheck } from "../../support/documents/measureCheck.ts";
import { contextOfFormat, translateBy } from "../../support/documents/run.ts";

describe("a model that does what it likes", () => {
  it("damages no document in 150 runs", async function () {
    this.timeout(120_000);
    for (let seed = 0; seed < 150; seed += 1) {
      const document = LITTLE_DOCUMENTS[seed % LITTLE_DOCUMENTS.length];
      assert.ok(document);
      const random = createRandom(seed);
      const { text } = await translateBy(
        document,
        (sent) => answerBadly(sent, random, contextOfFormat(document.format)).text,
        {
          detectLanguage: async (answer) => (answer.includes(FOREIGN) ? "hu" : "fr"),
        },
      );
      assert.equal(
        compareDocuments(document.text, text, document.format),
        undefined,
        `seed ${seed}, ${document.name}\n${text}`,
      );
    }
  });

  it("is seen through: nearly all faults are caught or mended, and hardly a sound answer is refused", async function () {
    this.timeout(60_000);
    const random = createRandom(1);
    const rounds = Array.from({ length: 4 }, () => LITTLE_DOCUMENTS).flat();
    const { recall, precision } = rateCheck(await measureCheck(rounds, random));
    assert.ok(recall > 0.985 && precision > 0.985, `recall ${recall}, precision ${precision}`);
  });
});
