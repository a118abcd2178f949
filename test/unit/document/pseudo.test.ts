import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareDocuments } from "../../support/documents/compareDocuments.ts";
import { LITTLE_DOCUMENTS } from "../../support/documents/littleDocuments.ts";
import { HAZARDS, pseudoTranslate } from "../../support/documents/pseudoTranslate.ts";
import { contextOfFormat, translateBy } from "../../support/documents/run.ts";

describe("a translation that strains the Markdown around it", () => {
  for (const hazard of HAZARDS) {
    it(`damages nothing: ${hazard}`, async function () {
      this.timeout(60_000);
      for (const document of LITTLE_DOCUMENTS) {
        const answer = (sent: string) => pseudoTranslate(sent, hazard, contextOfFormat(document.format));
        const { text } = await translateBy(document, answer);
        assert.equal(compareDocuments(document.text, text, document.format), undefined, `${document.name}\n${text}`);
      }
    });
  }
});
