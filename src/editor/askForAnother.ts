import type { Try } from "./tries.ts";

/** Sampling for Try Again: enough for another answer, not so much that it strays; more where the answer stays the same. */
export const TRY_AGAIN_TEMPERATURES = [0.7, 0.9, 1.1] as const;

export interface AnotherOptions {
  readonly ask: (temperature: number) => Promise<Try>;
  /** The answers so far. */
  readonly earlier: readonly Try[];
}

/**
 * Asks until an answer comes that differs from all the earlier ones, three times at most; `undefined` if none did.
 * What was there before isn't shown as something new.
 */
export async function askForAnother({ ask, earlier }: AnotherOptions): Promise<Try | undefined> {
  for (const temperature of TRY_AGAIN_TEMPERATURES) {
    const answer = await ask(temperature);
    if (!earlier.some((known) => isSame(known, answer))) return answer;
  }
  return undefined;
}

function isSame(left: Try, right: Try): boolean {
  return left.length === right.length && left.every(({ text }, index) => text === right[index]?.text);
}
