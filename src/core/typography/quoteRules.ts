import type { LanguageTypography, QuotePair } from "./languageTypography.ts";
import { type Change, replaceMatches, type TypographyRule } from "./typographyRule.ts";

/** What can stand before an opening mark, and after a closing one. */
const BEFORE = /[\s([{\u2013\u2014/\u2018\u201c\u201e\u00ab-]/u;
const AFTER = /[\s)\]},.;:!?\u2026\u2013\u2014/\u2019\u201d\u00bb%-]/u;
const SPACES = /[ \u00a0\u202f\u2009]/u;

/** Straight quotation marks, which are a keyboard's. Where one of a block has no partner, all of them stay. */
export const straightQuotes: TypographyRule = (prose, { typography }) => {
  const plain = plainPairs(prose, typography).filter(([, close]) => prose.charAt(close) === '"');
  const hasHalves = plain.some(([open]) => prose.charAt(open) !== '"');
  if (hasHalves) return plain.flatMap((pair) => setPlain(prose, pair, typography));
  const pairs = pairUp([...prose.matchAll(/"/gu)].map(({ index }) => index));
  const isClear = pairs?.every(([open, close]) => opensAt(prose, open) && closesAt(prose, close) && close > open + 1);
  if (!pairs || !isClear) return [];
  const { outer, inner } = typography.quotes;
  const nested = findNested(prose, outer);
  return pairs.flatMap(([open, close]) => {
    return setPair({ prose, open, close }, nested.has(open) ? inner : outer, typography);
  });
};

/** Quotation marks of another language, such as “…” in German. Where those of a block aren't plain pairs, all stay. */
export const foreignQuotes: TypographyRule = (prose, { typography }) => {
  const known = knownPairs(typography);
  const foreign = plainPairs(prose, typography).filter(
    ([open, close]) => prose.charAt(close) !== '"' && !known.includes(prose.charAt(open) + prose.charAt(close)),
  );
  return foreign.flatMap((pair) => setPlain(prose, pair, typography));
};

/** Pairs that a language of Europe has, and those that a keyboard has or closed. */
const STYLES: readonly string[] = ["“”", "„“", "„”", "«»", "»«", "””", "»»", '„"', '“"', '""'];

function knownPairs({ quotes: { outer, inner }, accepted }: LanguageTypography): readonly string[] {
  return [outer.join(""), inner.join(""), ...accepted];
}

/** The pairs of marks in a block, one behind the other; none where they aren't clear. */
function plainPairs(prose: string, typography: LanguageTypography): readonly Pair[] {
  const { outer, inner } = typography.quotes;
  const known = knownPairs(typography);
  const reversed = [`${outer[1]}${outer[0]}`, `${inner[1]}${inner[0]}`].filter((pair) => !known.includes(pair));
  const pairs = pairUp([...prose.matchAll(/["“”„«»‟]/gu)].map(({ index }) => index)) ?? [];
  const styles = STYLES.filter((style) => !reversed.includes(style));
  const isPlain = pairs.every(
    ([open, close]) =>
      styles.includes(prose.charAt(open) + prose.charAt(close)) && opensAt(prose, open) && closesAt(prose, close),
  );
  return isPlain ? pairs : [];
}

/** The opening mark stays where the language has it. */
function setPlain(prose: string, [open, close]: Pair, typography: LanguageTypography): readonly Change[] {
  const [first, second] = knownPairs(typography).find((pair) => pair.startsWith(prose.charAt(open))) ?? [];
  const pair: QuotePair = first !== undefined && second !== undefined ? [first, second] : typography.quotes.outer;
  return setPair({ prose, open, close }, pair, typography);
}

/** The space within « and », or none. */
export const quoteSpace: TypographyRule = (prose, { typography: { guillemetSpace } }) => {
  if (guillemetSpace === undefined) return [];
  const isRight = (space: string) => space === guillemetSpace || (guillemetSpace !== "" && space === "\u202f");
  const set = ([space]: RegExpExecArray) => (isRight(space) ? undefined : guillemetSpace);
  return [
    ...replaceMatches(prose, /(?<=(?<!«)«)[ \u00a0\u202f\u2009]*(?=[^\s«»\u00a0\u202f])/gu, set),
    ...replaceMatches(prose, /(?<=[^\s«»\u00a0\u202f])[ \u00a0\u202f\u2009]*(?=»(?!»))/gu, set),
  ];
};

type Pair = readonly [open: number, close: number];

function pairUp(places: readonly number[]): readonly Pair[] | undefined {
  if (places.length % 2 !== 0) return undefined;
  return places.flatMap((close, index) => (index % 2 === 1 ? [[places[index - 1] ?? 0, close] as const] : []));
}

function opensAt(prose: string, at: number): boolean {
  const next = prose.charAt(at + 1);
  return (at === 0 || BEFORE.test(prose.charAt(at - 1))) && next !== "" && next !== "\n";
}

function closesAt(prose: string, at: number): boolean {
  return (at === prose.length - 1 || AFTER.test(prose.charAt(at + 1))) && !/\n/u.test(prose.charAt(at - 1));
}

/** The straight marks that stand within a pair of marks that is set already. */
function findNested(prose: string, [open, close]: QuotePair): ReadonlySet<number> {
  const nested = new Set<number>();
  let isOpen = false;
  for (const { 0: mark, index } of prose.matchAll(/["“”„«»]/gu)) {
    if (mark === '"' && isOpen) nested.add(index);
    if (mark === close) isOpen = false;
    else if (mark === open) isOpen = true;
  }
  return nested;
}

interface Place {
  readonly prose: string;
  readonly open: number;
  readonly close: number;
}

/** The marks are set with the space that belongs within them, and without what stood there. */
function setPair({ prose, open, close }: Place, pair: QuotePair, typography: LanguageTypography): readonly Change[] {
  const space = pair[0] === "«" ? (typography.guillemetSpace ?? "") : "";
  let afterOpen = open + 1;
  while (afterOpen < close && SPACES.test(prose.charAt(afterOpen))) afterOpen += 1;
  let beforeClose = close;
  while (beforeClose > afterOpen && SPACES.test(prose.charAt(beforeClose - 1))) beforeClose -= 1;
  if (beforeClose === afterOpen) return [];
  return [
    { start: open, end: afterOpen, replacement: pair[0] + space },
    { start: beforeClose, end: close + 1, replacement: space + pair[1] },
  ];
}
