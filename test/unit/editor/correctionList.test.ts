import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { CorrectionList } from "../../../src/editor/review/correctionList.ts";

const SOURCES = ["Les enfant joue.\r\n", "Η βιβλιοθηκη ειναι εδω"];
const ANSWERS = ["Les enfants jouent.\r\n", "Η βιβλιοθήκη είναι εδώ"];
const make = () =>
  CorrectionList.of(
    SOURCES,
    ANSWERS.map((text) => ({ text, findings: [], outcome: "changed", tries: 1 })),
  );

describe("the corrections of a review", () => {
  it("are those of all selections, and give the answer where none is rejected", async () => {
    const list = await make();
    assert.deepEqual(
      list.all.map(({ before, after, selection }) => `${selection} ${before} ${after}`),
      ["0 enfant enfants", "0 joue jouent", "1 βιβλιοθηκη βιβλιοθήκη", "1 ειναι είναι", "1 εδω εδώ"],
    );
    assert.deepEqual(list.texts, ANSWERS);
  });

  it("can be rejected one by one, and be taken back", async () => {
    const list = (await make()).rejecting(({ before }) => ["enfant", "εδω"].includes(before));
    assert.deepEqual(list.texts, ["Les enfant jouent.\r\n", "Η βιβλιοθήκη είναι εδω"]);
    assert.deepEqual(list.rejecting(() => true).texts, SOURCES);
    assert.deepEqual(list.rejecting(() => false).texts, ANSWERS);
  });

  it("can be made one by one, in any order, and lead to the answer", async () => {
    for (const order of [(count: number) => count - 1, () => 0, (count: number) => Math.floor(count / 2)]) {
      let list = await make();
      let made: readonly string[] = SOURCES;
      while (list.all.length > 0) {
        const next = list.all[order(list.all.length)];
        assert.ok(next);
        made = list.textsWith(next);
        list = list.without(next);
        assert.deepEqual(list.texts, ANSWERS);
        assert.deepEqual(list.rejecting(() => true).texts, made);
      }
      assert.deepEqual(made, ANSWERS);
    }
  });

  it("are found at a place of either side", async () => {
    const list = (await make()).rejecting(({ before }) => before === "enfant");
    const found = (side: "original" | "proposed", selection: number, offset: number) =>
      list.find(selection, offset, side)?.before;
    assert.equal(found("original", 0, 4), "enfant");
    assert.equal(found("original", 0, 10), "enfant");
    assert.equal(found("original", 0, 0), undefined);
    assert.equal(found("proposed", 0, 5), undefined, "what was rejected isn't there");
    assert.equal(found("proposed", 0, "Les enfant joue".length), "joue");
    assert.equal(found("proposed", 1, 3), "βιβλιοθηκη");
    assert.equal(found("proposed", 2, 3), undefined);
  });
});
