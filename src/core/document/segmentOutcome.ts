import type { AssistantErrorKind } from "../errors.ts";
import type { OffsetRange } from "../trackRange.ts";
import type { Finding } from "../writing/finding.ts";
import type { UnreadKind } from "./documentReading.ts";

/**
 * What became of a segment. `accepted`: the first answer as it came. `repaired`: the first answer, mended. `retried`:
 * the answer to a request that named the fault. `masked`: with what isn't prose kept from the model. `byRun`: sentence
 * by sentence, and where one still has a fault, the runs of words between its marks one by one. `unchanged`: the model
 * gave the source back, twice. `memory`: nothing was sent. `kept`: no answer passed the check, and the source stands.
 */
export const OUTCOMES = ["accepted", "repaired", "retried", "masked", "byRun", "unchanged", "memory", "kept"] as const;
export type SegmentOutcome = (typeof OUTCOMES)[number];

export type OutcomeCounts = Readonly<Record<SegmentOutcome, number>>;

/** Failures that concern this text alone: the rest of the document goes on without it. */
export const ERRORS_OF_ONE_TEXT = [
  "contextExceeded",
  "payloadTooLarge",
  "tooLong",
  "truncated",
  "filtered",
  "unknownFinish",
  "empty",
  "reasoningOnly",
] as const satisfies readonly AssistantErrorKind[];
export type ErrorOfOneText = (typeof ERRORS_OF_ONE_TEXT)[number];

export function isOfOneText(kind: AssistantErrorKind): kind is ErrorOfOneText {
  return ERRORS_OF_ONE_TEXT.some((one) => one === kind);
}

/** What the user should look at. */
export interface DocumentIssue {
  /**
   * `fault`: the source was kept. `doubt`: the translation was written, and something about it is doubtful. `unread`:
   * front matter that can't be read, of which nothing was sent and nothing changed; what is wrong stands at the place.
   * `nested` and `grid`: what stands in too many lists and quotes to be read, and tables whose cells are set by the
   * column, with nothing sent and nothing changed either.
   */
  readonly kind: "fault" | "doubt" | UnreadKind;
  /** The index of the segment; `undefined` for what couldn't be read. */
  readonly segment: number | undefined;
  /** UTF-16 offsets in the source. */
  readonly source: OffsetRange;
  /** UTF-16 offsets in the translated document. */
  readonly output: OffsetRange;
  readonly findings: readonly Finding[];
  /** Why there was no answer to check. */
  readonly error: ErrorOfOneText | undefined;
  /** The best answer that didn't pass, as it would be written: for those who accept it as it is. */
  readonly rejected: string | undefined;
}

export function countOutcomes(outcomes: readonly SegmentOutcome[]): OutcomeCounts {
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, 0])) as Record<SegmentOutcome, number>;
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}
