export interface Difference {
  readonly missing: readonly string[];
  readonly added: readonly string[];
}

/** What one list has more of than the other: both are multisets, whose order doesn't count. */
export function differenceOf(source: readonly string[], answer: readonly string[]): Difference {
  return { missing: without(source, answer), added: without(answer, source) };
}

function without(from: readonly string[], taken: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const item of taken) counts.set(item, (counts.get(item) ?? 0) + 1);
  return from.filter((item) => {
    const count = counts.get(item) ?? 0;
    counts.set(item, count - 1);
    return count <= 0;
  });
}
