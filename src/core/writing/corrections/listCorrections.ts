import { alignTokens } from "../../diff/alignTokens.ts";
import { splitSentences } from "../../diff/splitText.ts";
import { type CorrectionKind, kindOfCorrection } from "./kindOfCorrection.ts";
import { pairWords } from "./pairWords.ts";

/** One change of a corrected text. UTF-16 offsets in the text that was corrected. */
export interface Correction {
  readonly start: number;
  readonly end: number;
  /** What stood there; empty where something is put in. */
  readonly before: string;
  /** What is to stand there; empty where something is taken out. */
  readonly after: string;
  readonly kind: CorrectionKind;
}

/** A piece of the text, and what stands in its place in the corrected one. */
interface Step {
  readonly before: string;
  readonly after: string;
}

/** The changes that lead from a text to its corrected form, in order. All of them applied give that form. */
export function listCorrections(source: string, corrected: string): readonly Correction[] {
  const corrections: Correction[] = [];
  let at = 0;
  for (const { before, after } of settleBlanks(compare(source, corrected))) {
    const lead = sharedLength(leadOf(before), leadOf(after));
    const [left, right] = [before.slice(lead), after.slice(lead)];
    const trail = sharedLength(trailOf(left), trailOf(right));
    const change = { before: left.slice(0, left.length - trail), after: right.slice(0, right.length - trail) };
    const start = at + lead;
    if (change.before !== change.after) add(corrections, { start, end: start + change.before.length, ...change });
    at += before.length;
  }
  return corrections;
}

/** Two that are put in at one place are one: made one by one, they could change places. */
function add(corrections: Correction[], change: Omit<Correction, "kind">): void {
  const last = corrections.at(-1);
  const isSamePlace = last?.before === "" && change.before === "" && last.end === change.start;
  const after = isSamePlace ? last.after + change.after : change.after;
  if (isSamePlace) corrections.pop();
  corrections.push({ ...change, after, kind: kindOfCorrection(change.before, after) });
}

/**
 * A text of more sentences is compared one by one if both have as many, and is one change otherwise: to find out
 * what became of which takes too long.
 */
const MOST_ALIGNED = 300;

/** By sentences first: those that stayed needn't be looked at by words. */
function compare(source: string, corrected: string): readonly Step[] {
  const [from, to] = [splitSentences(source), splitSentences(corrected)];
  const isLong = Math.max(from.length, to.length) > MOST_ALIGNED;
  if (isLong && from.length !== to.length) return [{ before: source, after: corrected }];
  const steps = isLong ? from.map((before, index) => ({ before, after: to[index] ?? "" })) : stepsOf(from, to);
  return steps.flatMap(({ before, after }) =>
    before === after ? [{ before, after }] : stepsOf(splitWords(before), splitWords(after)).flatMap(pairStep),
  );
}

/** The blank behind a word goes behind the comma that was put in after it, and comes back where one was taken out. */
function settleBlanks(steps: readonly Step[]): readonly Step[] {
  const settled = [...steps];
  for (const [index, step] of steps.entries()) {
    const next = steps[index + 1];
    if (!next) continue;
    const isPutIn = next.before === "";
    if (!isPutIn && next.after !== "") continue;
    const [long, short] = isPutIn ? [step.before, step.after] : [step.after, step.before];
    const moved = isPutIn ? next.after : next.before;
    const blank = trailOf(long);
    if (blank === "" || trailOf(short) !== "" || !moved.endsWith(blank)) continue;
    const [bare, kept] = [long.slice(0, -blank.length), moved.slice(0, -blank.length)];
    settled[index] = isPutIn ? { before: bare, after: short } : { before: short, after: bare };
    settled[index + 1] = isPutIn
      ? { before: blank, after: `${kept}${blank}` }
      : { before: `${kept}${blank}`, after: blank };
  }
  return settled;
}

/** Runs that are equal but for their blanks one by one, and what was changed between them as a whole. */
function stepsOf(from: readonly string[], to: readonly string[]): readonly Step[] {
  const steps: Step[] = [];
  let [before, after] = ["", ""];
  const flush = () => {
    if (before + after !== "") steps.push({ before, after });
    [before, after] = ["", ""];
  };
  for (const run of alignTokens(from, to)) {
    if (run.kind === "equal") {
      flush();
      steps.push(...run.from.map((token, index) => ({ before: token, after: run.to[index] ?? "" })));
    } else {
      before += run.from.join("");
      after += run.to.join("");
    }
  }
  flush();
  return steps;
}

/** Several words that were changed side by side are as many corrections, where it can be told which became which. */
function pairStep(step: Step): readonly Step[] {
  return step.before === step.after ? [step] : pairWords(splitWords(step.before), splitWords(step.after));
}

const WORD = String.raw`[\p{L}\p{M}\p{N}_]+(?:[’'-][\p{L}\p{M}\p{N}_]+)*`;
/** A flag is two characters, and other emoji may be many: half of one is another. */
const FLAG = String.raw`\p{Regional_Indicator}{2}`;
const EMOJI = String.raw`\p{Extended_Pictographic}[\p{M}\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\p{M}\u{1f3fb}-\u{1f3ff}]*)*`;
const OTHER = String.raw`[^\p{L}\p{M}\p{N}_\s]\p{M}*`;
const TOKEN = new RegExp(String.raw`(?:${WORD}|${FLAG}|${EMOJI}|${OTHER}|^(?=\s))\s*`, "gu");

/** Words and all other characters as a reader counts them, each with the blanks behind it; joined they are the text. */
function splitWords(text: string): readonly string[] {
  return text.match(TOKEN) ?? [];
}

/** The blanks at an end of a text, without a regular expression that tries at each of them. */
function leadOf(text: string): string {
  return text.slice(0, text.length - text.trimStart().length);
}

function trailOf(text: string): string {
  return text.slice(text.trimEnd().length);
}

/** UTF-16 units. */
function sharedLength(one: string, other: string): number {
  return one === other ? one.length : 0;
}
