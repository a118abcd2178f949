import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { countBeyond } from "../../../bench/model/tokenCounter.ts";

describe("the tokens beyond a cached prefix", () => {
  it("are those behind the beginning that both requests share", () => {
    assert.equal(countBeyond([], [1, 2, 3]), 3);
    assert.equal(countBeyond([1, 2, 3], [1, 2, 4, 3]), 2);
    assert.equal(countBeyond([1, 2, 3], [1, 2, 3, 4, 5]), 2);
  });

  it("are one where all was there before", () => {
    assert.equal(countBeyond([1, 2, 3], [1, 2, 3]), 1);
    assert.equal(countBeyond([1, 2, 3], [1, 2]), 1);
  });
});
