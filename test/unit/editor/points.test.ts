import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { nearestOccurrence, pointAt, pointsOf } from "../../../src/editor/summaries/points.ts";
import type { Try } from "../../../src/editor/tries.ts";

const result = (text: string, passages?: Try[number]["passages"]): Try[number] => ({
  ...{ text, findings: [], outcome: "changed", tries: 1 },
  ...(passages && { passages }),
});

describe("the points of a summary", () => {
  it("lead to places in the document, of each selection", () => {
    const answer = [
      result("- ena\n- dva", [{ point: { start: 2, end: 5 }, source: { start: 4, end: 9 } }]),
      result("tri", [{ point: { start: 0, end: 3 }, source: { start: 0, end: 3 } }]),
      result("brez"),
    ];
    const sources = ["Ana Berta Cene", "Dan gre.", "x"];
    const ranges = [
      { start: 100, end: 114 },
      { start: 10, end: 18 },
      { start: 0, end: 1 },
    ];
    assert.deepEqual(pointsOf(answer, { sources, ranges }), [
      { text: "ena", passage: "Berta", offset: 104 },
      { text: "tri", passage: "Dan", offset: 10 },
    ]);
  });

  it("are found where the user moved them, and not beside them", () => {
    const points = [
      { text: "één punt", passage: "x", offset: 0 },
      { text: "ander punt", passage: "y", offset: 0 },
    ];
    const summary = "Titel\n\n- ander punt\n- één punt";
    const at = (offset: number) => pointAt(points, summary, offset)?.point.passage;
    assert.deepEqual([summary.indexOf("Titel") + 2, summary.indexOf("ander"), summary.indexOf("één") + 8].map(at), [
      undefined,
      "y",
      "x",
    ]);
    assert.equal(pointAt(points, "weg", 1), undefined);
  });

  it("take the nearest of several like passages", () => {
    const text = "aa bb aa bb aa";
    assert.deepEqual(
      [0, 2, 5, 10, 100].map((offset) => nearestOccurrence(text, "aa", offset)),
      [0, 0, 6, 12, 12],
    );
    assert.equal(nearestOccurrence(text, "cc", 3), undefined);
  });
});
