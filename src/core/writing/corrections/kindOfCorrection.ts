import { wordDistance } from "./wordDistance.ts";

/**
 * What a correction mends, as far as the two wordings tell: `wording` is all that neither spelling nor grammar
 * explains. `ending`: the same word in another form, which agreement mostly asks for.
 */
export const CORRECTION_KINDS = [
  "punctuation",
  "spacing",
  "capitals",
  "spelling",
  "ending",
  "word",
  "wording",
] as const;
export type CorrectionKind = (typeof CORRECTION_KINDS)[number];

/** Classifies a change by its two wordings alone, without a dictionary: where they don't tell, it is `word` or `wording`. */
export function kindOfCorrection(before: string, after: string): CorrectionKind {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  const [left, right] = [straighten(from.join(" ")), straighten(to.join(" "))];
  if (left === right) return isSpacing(before, after) ? "spacing" : "punctuation";
  if (lower(left) === lower(right)) return "capitals";
  if (isSplitOrJoined(from, to)) return "spelling";
  if (from.length !== to.length) return explainsAll(from, to) ? "word" : "wording";
  const kinds = from.flatMap((word, index) => {
    const other = to[index] ?? "";
    return lower(word) === lower(other) ? [] : [kindOfWord(lower(word), lower(other))];
  });
  const [first = "wording"] = kinds;
  return kinds.every((kind) => kind === first) ? first : kinds.includes("wording") ? "wording" : "spelling";
}

/** Small words side by side that grammar asks for at most. */
const MOST_ADDED = 2;
/** Letters that a small word has at most: articles, prepositions, pronouns and particles, which grammar asks for. */
const SMALL = 4;

function kindOfWord(before: string, after: string): "spelling" | "ending" | "word" | "wording" {
  if (bare(before) === bare(after)) return "spelling";
  if (before.length <= SMALL && after.length <= SMALL) return "word";
  const shared = sharedStart(before, after);
  const rest = Math.max(before.length, after.length) - shared;
  if (shared >= 3 && rest <= 3 && shared >= rest) return "ending";
  const most = Math.max(1, Math.floor(Math.max(before.length, after.length) / 3));
  if (Math.abs(before.length - after.length) > most) return "wording";
  return wordDistance(before, after) <= most ? "spelling" : "wording";
}

/** Whether one may be the other misspelt, in another form, or another of the small words that grammar asks for. */
export function isSameWord(before: string, after: string): boolean {
  const [from, to] = [wordsOf(before), wordsOf(after)];
  if (from.length === 0 || to.length === 0) return from.length === to.length;
  return kindOfCorrection(before, after) !== "wording";
}

/** Whether words were only split or joined: "alot", "Haus Tür", "l ami" for "l’ami", "jön e" for "jön-e". */
export function isSplitOrJoined(before: readonly string[], after: readonly string[]): boolean {
  return [...before, ...after].every((word) => /[\p{L}\p{N}]/u.test(word)) && solid(before) === solid(after);
}

function solid(words: readonly string[]): string {
  return lower(words.join("")).replace(/['-]/gu, "");
}

/** Words were put in or taken out, but none that says much. */
function explainsAll(from: readonly string[], to: readonly string[]): boolean {
  const [fewer, more] = from.length < to.length ? [from, to] : [to, from];
  if (more.length - fewer.length > MOST_ADDED) return false;
  const left = fewer.map(lower);
  const added = more.filter((word) => {
    const at = left.indexOf(lower(word));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return added.length <= MOST_ADDED && added.every((word) => word.length <= SMALL);
}

function isSpacing(before: string, after: string): boolean {
  return before.replace(/\s/gu, "") === after.replace(/\s/gu, "");
}

/** Words with the apostrophes and hyphens inside them, which are spelled: "its", "it's". */
export function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[’'-][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}

function lower(text: string): string {
  return straighten(text.toLowerCase());
}

function straighten(text: string): string {
  return text.replaceAll("’", "'");
}

/** Without accents, apostrophes and hyphens. */
function bare(word: string): string {
  return word.normalize("NFD").replace(/[\p{M}'’-]/gu, "");
}

function sharedStart(before: string, after: string): number {
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  return at;
}
