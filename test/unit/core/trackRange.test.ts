import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { trackRange } from "../../../src/core/trackRange.ts";

describe("trackRange", () => {
  const range = { start: 10, end: 20 };
  const cases = [
    { name: "an edit before moves it", edit: { start: 2, length: 3, inserted: 5 }, expected: { start: 12, end: 22 } },
    {
      name: "an insertion at its start stays outside",
      edit: { start: 10, length: 0, inserted: 4 },
      expected: { start: 14, end: 24 },
    },
    { name: "an insertion at its end stays outside", edit: { start: 20, length: 0, inserted: 4 }, expected: range },
    { name: "an edit after leaves it", edit: { start: 25, length: 2, inserted: 0 }, expected: range },
    { name: "an edit inside grows it", edit: { start: 12, length: 2, inserted: 5 }, expected: { start: 10, end: 23 } },
    {
      name: "a deletion inside shrinks it",
      edit: { start: 12, length: 4, inserted: 0 },
      expected: { start: 10, end: 16 },
    },
    {
      name: "an edit over its start takes it in",
      edit: { start: 8, length: 4, inserted: 1 },
      expected: { start: 8, end: 17 },
    },
    {
      name: "an edit over its end takes it in",
      edit: { start: 18, length: 6, inserted: 1 },
      expected: { start: 10, end: 19 },
    },
    {
      name: "the whole range deleted leaves nothing",
      edit: { start: 10, length: 10, inserted: 0 },
      expected: { start: 10, end: 10 },
    },
  ];
  for (const { name, edit, expected } of cases) it(name, () => assert.deepEqual(trackRange(range, edit), expected));

  it("still finds the source after any edits outside it", () => {
    const edit = fc.record({ at: fc.nat(200), length: fc.nat(10), inserted: fc.string({ maxLength: 8 }) });
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ minLength: 1 }),
        fc.string(),
        fc.array(edit),
        (before, source, after, edits) => {
          let text = before + source + after;
          let tracked = { start: before.length, end: before.length + source.length };
          for (const { at, length, inserted } of edits) {
            const start = Math.min(at, text.length);
            const end = Math.min(start + length, text.length);
            if (end > tracked.start && start < tracked.end) continue;
            tracked = trackRange(tracked, { start, length: end - start, inserted: inserted.length });
            text = text.slice(0, start) + inserted + text.slice(end);
          }
          assert.equal(text.slice(tracked.start, tracked.end), source);
        },
      ),
    );
  });
});
