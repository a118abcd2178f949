import { diffArrays } from "diff";

/** A run of tokens: in both lists, in the first alone, or in the second alone. Offsets of tokens, half-open. */
export interface Run {
  readonly kind: "equal" | "deleted" | "inserted";
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Beyond so many differences two lists have too little in common for a comparison to be read, or to be quick. */
const MOST_EDITS = 2000;

/** The shortest way from one list of tokens to the other. Tokens that differ in the blanks behind them are equal. */
export function alignTokens(from: readonly string[], to: readonly string[]): readonly Run[] {
  const changes = diffArrays([...from], [...to], {
    comparator: (left, right) => left === right || (left.trimEnd() !== "" && left.trimEnd() === right.trimEnd()),
    maxEditLength: MOST_EDITS,
  });
  if (!changes) return [run("deleted", from, []), run("inserted", [], to)];
  let [left, right] = [0, 0];
  return changes.map(({ added, removed, count }) => {
    const fromEnd = added ? left : left + count;
    const toEnd = removed ? right : right + count;
    const kind = added ? "inserted" : removed ? "deleted" : "equal";
    const found = run(kind, from.slice(left, fromEnd), to.slice(right, toEnd));
    [left, right] = [fromEnd, toEnd];
    return found;
  });
}

function run(kind: Run["kind"], from: readonly string[], to: readonly string[]): Run {
  return { kind, from, to };
}
