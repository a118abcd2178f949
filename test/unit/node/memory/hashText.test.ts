import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { hashBytes, hashText } from "../../../../src/node/memory/outputRecord.ts";

describe("hashText", () => {
  for (const text of ["", "βιβλίο\r\n", "\ufeffa", "👩‍👩‍👧", "half \ud83d a pair"]) {
    it(`is that of the bytes of ${JSON.stringify(text)}`, () => {
      assert.equal(hashText(text), hashBytes(new TextEncoder().encode(text)));
    });
  }
});
