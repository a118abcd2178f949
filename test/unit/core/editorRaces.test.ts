import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { replaceRanges } from "../../../src/core/replaceRanges.ts";
import { type OffsetEdit, type OffsetRange, sourcesStand, trackRange } from "../../../src/core/trackRange.ts";

/** A document of which each character knows where it comes from, so that a range that slips is seen. */
type Letter = { readonly char: string; readonly from: "before" | "between" | "after" | "source" | "typed" };

interface Change {
  readonly start: number;
  readonly removed: readonly Letter[];
  readonly inserted: readonly Letter[];
}

/** What the editor does to a document and to what follows its ranges, without the editor. */
class Model {
  letters: readonly Letter[];
  ranges: readonly OffsetRange[];
  readonly sources: readonly string[];
  /** Whether an edit went over a border: what is on its two sides can't be told apart any more. */
  isBlurred = false;
  #done: Change[] = [];
  #undone: Change[] = [];

  constructor(pieces: readonly (readonly [string, Letter["from"]])[]) {
    let at = 0;
    const ranges: OffsetRange[] = [];
    for (const [text, from] of pieces) {
      if (from === "source") ranges.push({ start: at, end: at + text.length });
      at += text.length;
    }
    this.letters = pieces.flatMap(([text, from]) => [...text].map((char) => ({ char, from })));
    this.ranges = ranges;
    this.sources = ranges.map((range) => this.textAt(range));
  }

  get text(): string {
    return this.letters.map(({ char }) => char).join("");
  }

  textAt({ start, end }: OffsetRange): string {
    return this.text.slice(start, end);
  }

  get isUnchanged(): boolean {
    return sourcesStand(this.sources, this.ranges, (range) => this.textAt(range));
  }

  replace(start: number, length: number, text: string): void {
    const inserted = [...text].map((char) => ({ char, from: "typed" as const }));
    this.#carryOut({ start, removed: this.letters.slice(start, start + length), inserted });
    this.#undone = [];
  }

  undo(): void {
    const change = this.#done.pop();
    if (!change) return;
    this.#carryOut({ start: change.start, removed: change.inserted, inserted: change.removed });
    this.#done.pop();
    this.#undone.push(change);
  }

  redo(): void {
    const change = this.#undone.pop();
    if (change) this.#carryOut(change);
  }

  #carryOut(change: Change): void {
    const { start, removed, inserted } = change;
    const edit: OffsetEdit = { start, length: removed.length, inserted: inserted.length };
    const isOver = (border: number) => start < border && border < start + removed.length;
    this.isBlurred ||= this.ranges.some((range) => isOver(range.start) || isOver(range.end));
    this.letters = [...this.letters.slice(0, start), ...inserted, ...this.letters.slice(start + removed.length)];
    this.ranges = this.ranges.map((range) => trackRange(range, edit));
    this.#done.push(change);
  }
}

/** Few letters, so that the same text stands in many places. */
const word = fc.string({ unit: fc.constantFrom("a", "b", "\n"), maxLength: 6 });
const source = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 1, maxLength: 4 });
type Action =
  | { readonly kind: "type"; readonly at: number; readonly length: number; readonly text: string }
  | { readonly kind: "undo" | "redo" };
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ kind: fc.constant("type" as const), at: fc.nat(30), length: fc.nat(3), text: word }),
  fc.record({ kind: fc.constantFrom("undo" as const, "redo" as const) }),
);

describe("editor races, without the editor (E1, E3; I1)", () => {
  const scene = fc.tuple(word, source, word, source, word);

  it("whatever is typed, undone and redone: where the sources still stand, nothing else would be replaced", () => {
    fc.assert(
      fc.property(scene, fc.array(action, { maxLength: 25 }), ([before, one, between, two, after], actions) => {
        const model = new Model([
          [before, "before"],
          [one, "source"],
          [between, "between"],
          [two, "source"],
          [after, "after"],
        ]);
        for (const step of actions) {
          if (step.kind === "type") {
            const at = Math.min(step.at, model.letters.length);
            model.replace(at, Math.min(step.length, model.letters.length - at), step.text);
          } else if (step.kind === "undo") model.undo();
          else model.redo();
          expectInPlace(model);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it("all undone: the sources stand where they were taken", () => {
    fc.assert(
      fc.property(scene, fc.array(action, { maxLength: 25 }), ([before, one, between, two, after], actions) => {
        const model = new Model([
          [before, "before"],
          [one, "source"],
          [`|${between}|`, "between"],
          [two, "source"],
          [after, "after"],
        ]);
        const original = model.text;
        // What reaches into a range can't be told apart from it any more: only what stays outside is promised back.
        for (const step of actions) {
          if (step.kind !== "type") continue;
          const at = Math.min(step.at, model.letters.length);
          const end = Math.min(at + step.length, model.letters.length);
          if (model.ranges.some((range) => at < range.end && end > range.start)) continue;
          model.replace(at, end - at, step.text);
        }
        for (let turn = 0; turn < actions.length; turn += 1) model.undo();
        assert.equal(model.text, original);
        assert.equal(model.isUnchanged, true);
      }),
      { numRuns: 2000 },
    );
  });
});

/** What would be accepted now replaces the sources alone, in their order, and keeps each other letter that is left. */
function expectInPlace(model: Model): void {
  if (!model.isUnchanged) return;
  const [first, second] = model.ranges;
  assert.ok(first && second && first.end <= second.start, "the ranges keep their order and don't overlap");
  for (const { start, end } of model.ranges) {
    if (model.isBlurred) break;
    const strangers = model.letters.slice(start, end).filter(({ from }) => from !== "source" && from !== "typed");
    assert.deepEqual(strangers, []);
  }
  const accepted = replaceRanges(model.text, model.ranges, ["<1>", "<2>"]);
  const pieces = [model.text.slice(0, first.start), model.text.slice(first.end, second.start)];
  assert.equal(accepted, `${pieces[0]}<1>${pieces[1]}<2>${model.text.slice(second.end)}`);
}
