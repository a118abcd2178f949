import type { OffsetRange } from "../../trackRange.ts";
import { wordsOf } from "./findNames.ts";

/** A point of a summary and the passage of the source that it goes back to. UTF-16 offsets in either text. */
export interface Passage {
  readonly point: OffsetRange;
  readonly source: OffsetRange;
}

/** Of a point's words by their weight, this much must be in a passage: less is no source of it. */
const LEAST_SHARE = 0.3;
/** A word that stands in more sentences tells none of them from the others. */
const MOST_HOLDERS = 200;
/** More points than this are no summary that anybody reads. */
const MOST_POINTS = 200;
/** Letters of a word that are compared: the endings differ. */
const STEM = 6;

/**
 * Finds where each point of a summary comes from: the sentence of the source that shares most of its words, those
 * most that are rare in the source; numbers and names count double. A point that shares too little has none.
 */
export function findPassages(source: string, summary: string): readonly Passage[] {
  const sentences = splitSentences(source).map((range) => ({
    range,
    words: new Set(stemsOf(source.slice(range.start, range.end))),
  }));
  const holders = new Map<string, number[]>();
  for (const [index, { words }] of sentences.entries()) {
    for (const word of words) {
      const list = holders.get(word);
      if (list && list.length < MOST_HOLDERS) list.push(index);
      else if (list) continue;
      else holders.set(word, [index]);
    }
  }
  const weigh = (word: string) => {
    const count = holders.get(word)?.length ?? 0;
    return Math.log(1 + sentences.length / (count + 0.5)) * (/^\d/u.test(word) ? 2 : 1);
  };
  return splitSentences(summary)
    .slice(0, MOST_POINTS)
    .flatMap((point) => {
      const best = bestSentence([...new Set(stemsOf(summary.slice(point.start, point.end)))], holders, weigh);
      const range = best === undefined ? undefined : sentences[best]?.range;
      return range ? [{ point, source: range }] : [];
    });
}

function bestSentence(
  words: readonly string[],
  holders: ReadonlyMap<string, readonly number[]>,
  weigh: (word: string) => number,
): number | undefined {
  const scores = new Map<number, number>();
  for (const word of words) {
    for (const index of holders.get(word) ?? []) scores.set(index, (scores.get(index) ?? 0) + weigh(word));
  }
  const all = words.reduce((sum, word) => sum + weigh(word), 0);
  let best: number | undefined;
  for (const [index, score] of scores) {
    if (score > (best === undefined ? LEAST_SHARE * all : (scores.get(best) ?? 0))) best = index;
  }
  return best;
}

/** Words of one and two letters say nothing, but numbers do. */
function stemsOf(text: string): readonly string[] {
  return wordsOf(text)
    .filter((word) => word.length > 2 || /^\d/u.test(word))
    .map((word) => (/^\d/u.test(word) ? word : word.slice(0, STEM)));
}

/** A line that is longer than this is taken by pieces, since segmenting takes a time that grows faster than the line. */
const LONGEST_LINE = 10_000;

/** Sentences without the blanks and list marks around them; each line begins one. */
export function splitSentences(text: string): readonly OffsetRange[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  return [...text.matchAll(new RegExp(`[^\\r\\n]{1,${LONGEST_LINE}}`, "gu"))].flatMap(({ 0: line, index: lineStart }) =>
    [...segmenter.segment(line)].flatMap(({ segment, index }) => {
      const lead = /^\s*(?:[-*+•>#]+\s+|\d+[.)]\s+)?\s*/u.exec(segment)?.[0].length ?? 0;
      const inner = segment.slice(lead).trimEnd();
      const start = lineStart + index + lead;
      return /[\p{L}\p{N}]/u.test(inner) ? [{ start, end: start + inner.length }] : [];
    }),
  );
}
