import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { DocumentReading } from "../../../src/core/document/documentReading.ts";
import { loadFormat } from "../../../src/core/document/formats/documentFormat.ts";
import { rebuildDocument } from "../../../src/core/document/rebuildDocument.ts";
import { answerBadly, createRandom } from "../../support/documents/adversary.ts";
import { LITTLE_DOCUMENTS } from "../../support/documents/littleDocuments.ts";
import { HAZARDS, pseudoTranslate } from "../../support/documents/pseudoTranslate.ts";
import { contextOfFormat } from "../../support/documents/run.ts";

describe("what is put together again without being read", () => {
  const rebuild = async (reading: DocumentReading, answer: (text: string) => string) => {
    const translations = reading.segments.map(({ text }) => ({
      ...{ text: answer(text), outcome: "accepted" as const, findings: [] },
    }));
    const { text } = await rebuildDocument(reading, translations, { unchanged: "keep" });
    return text;
  };
  const readAlways = (reading: DocumentReading): DocumentReading => ({
    ...reading,
    pieces: reading.pieces.map((piece) => ({ ...piece, isAlike: () => false })),
  });

  for (const hazard of HAZARDS) {
    it(`is what reading it would have let pass, though no answer was checked: ${hazard}`, async () => {
      for (const { text, format, name } of LITTLE_DOCUMENTS) {
        const reading = await (await loadFormat(format))(text, { frontMatterKeys: ["title"] });
        const answer = (source: string) => pseudoTranslate(source, hazard, contextOfFormat(format));
        assert.equal(await rebuild(reading, answer), await rebuild(readAlways(reading), answer), name);
      }
    }).timeout(20_000);
  }

  it("is what reading it would have let pass, whatever the model did", async () => {
    for (const [seed, { text, format, name }] of [
      ...LITTLE_DOCUMENTS,
      ...LITTLE_DOCUMENTS,
      ...LITTLE_DOCUMENTS,
    ].entries()) {
      const reading = await (await loadFormat(format))(text, { frontMatterKeys: ["title"] });
      const answers = new Map<string, string>();
      const random = createRandom(seed);
      for (const segment of reading.segments) {
        answers.set(segment.text, answerBadly(segment.text, random, contextOfFormat(format)).text);
      }
      const answer = (source: string) => answers.get(source) ?? source;
      assert.equal(await rebuild(reading, answer), await rebuild(readAlways(reading), answer), `${seed} ${name}`);
    }
  }).timeout(20_000);
});
