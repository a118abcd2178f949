import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { mergeStyles, withStyle } from "../../../src/editor/ownStyles.ts";

const KIDS = { name: "Για παιδιά", instruction: "Για αναγνώστες δώδεκα ετών" };
const PRESS = { name: "Press", instruction: "As a press release" };

describe("the styles of the user's own", () => {
  it("are those of the folder, the workspace and the user, the nearest first and each name once", () => {
    const nearer = { ...PRESS, instruction: "As our newsroom writes" };
    assert.deepEqual(mergeStyles([[nearer], undefined, [KIDS, PRESS]]), { styles: [nearer, KIDS] });
    assert.deepEqual(mergeStyles([undefined, undefined, undefined]), { styles: [] });
    assert.deepEqual(mergeStyles([[{ name: " Press ", instruction: " As a press release\n" }]]), { styles: [PRESS] });
  });

  for (const [problem, value] of [
    [/array/i, "Press"],
    [/^0\.name/, [{ instruction: "x" }]],
    [/^1\.instruction/, [KIDS, { name: "x", instruction: " " }]],
    [/^0\.instruction/, [{ name: "x", instruction: "y".repeat(4001) }]],
    [/^0\.url/, [{ ...KIDS, url: "https://evil.example" }]],
    [/^0/, [null]],
  ] as const) {
    it(`are refused as a whole where one is ${JSON.stringify(value).slice(0, 50)}`, () => {
      const merged = mergeStyles([[PRESS], value]);
      assert.ok("problem" in merged);
      assert.match(merged.problem, problem);
    });
  }

  it("are saved behind the others, or in the place of the one of that name", () => {
    assert.deepEqual(withStyle(undefined, KIDS), [KIDS]);
    assert.deepEqual(withStyle([PRESS], KIDS), [PRESS, KIDS]);
    const other = { ...PRESS, instruction: "Shorter" };
    assert.deepEqual(withStyle([PRESS, KIDS], other), [other, KIDS]);
    assert.deepEqual(withStyle(["what the user wrote by hand"], KIDS), ["what the user wrote by hand", KIDS]);
  });
});
