import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createLanguageDetector } from "../../../src/core/detection/detectLanguage.ts";
import { SENTENCES } from "../../support/sentences.ts";

describe("detectLanguage", () => {
  const detect = createLanguageDetector();

  for (const [code, sentence] of Object.entries(SENTENCES)) {
    it(`knows a sentence in ${code}`, async () => {
      assert.equal(await detect(sentence), code);
    });
  }
});
