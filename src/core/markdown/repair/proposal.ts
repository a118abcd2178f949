import type { ReadMarkdown } from "../readMarkdown.ts";

/** A stretch of the answer and what should stand there. UTF-16 offsets. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A way to mend: what it would replace in the answer. Whether that is better is for the caller to see. */
export type Propose = (source: ReadMarkdown, answer: ReadMarkdown) => readonly Replacement[];
