/**
 * chrF2 as sacrebleu has it by default (Popović 2015; sacrebleu's `chrF2|nc:6|nw:0|space:no`): character n-grams of one
 * to six, recall counting twice as much as precision (beta 2), letter case kept, blanks left out, and the counts of all
 * pairs added up before anything is divided.
 */
export interface Pair {
  readonly answer: string;
  readonly reference: string;
}

const ORDERS = [1, 2, 3, 4, 5, 6] as const;
const BETA_SQUARED = 4;

/** From 0 (nothing in common) to 100 (alike) for the whole of the pairs. */
export function chrf(pairs: readonly Pair[]): number {
  const orders = ORDERS.map((order) => countAll(pairs, order)).filter(
    ({ answered, expected }) => answered > 0 && expected > 0,
  );
  if (orders.length === 0) return 0;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const precision = mean(orders.map(({ shared, answered }) => shared / answered));
  const recall = mean(orders.map(({ shared, expected }) => shared / expected));
  if (precision + recall === 0) return 0;
  return (100 * (1 + BETA_SQUARED) * precision * recall) / (BETA_SQUARED * precision + recall);
}

/** N-grams of answers, of references, and those that are in both. */
interface Counts {
  readonly answered: number;
  readonly expected: number;
  readonly shared: number;
}

function countAll(pairs: readonly Pair[], order: number): Counts {
  let [answered, expected, shared] = [0, 0, 0];
  for (const { answer, reference } of pairs) {
    const [got, wanted] = [ngrams(answer, order), ngrams(reference, order)];
    expected += sum(wanted);
    // Where a reference is too short to have any, there is nothing that the answer could have met.
    if (wanted.size > 0) answered += sum(got);
    for (const [gram, count] of got) shared += Math.min(count, wanted.get(gram) ?? 0);
  }
  return { answered, expected, shared };
}

function ngrams(text: string, order: number): ReadonlyMap<string, number> {
  const letters = [...text.replace(/\s+/gu, "")];
  const counts = new Map<string, number>();
  for (let at = 0; at + order <= letters.length; at += 1) {
    const gram = letters.slice(at, at + order).join("");
    counts.set(gram, (counts.get(gram) ?? 0) + 1);
  }
  return counts;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
