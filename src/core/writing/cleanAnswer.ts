import {
  isAnnouncement,
  isClosing,
  isOpening,
  isRemarkHeading,
  isResultHeading,
  labelOf,
  namesResult,
} from "./chatter.ts";
import { cleanCharacters } from "./cleanCharacters.ts";

/**
 * Takes off an answer what a model puts around its result: reasoning, leaked tokens, an announcement, a wrapping
 * fence or quotation marks, a closing remark, hidden characters. Each goes if and only if the source has none of
 * its kind, so that an answer that equals its source is left as it is. A text with paragraphs of its own (a summary)
 * needn't have more of them than its source for one to be a remark. Both in LF; the result is trimmed.
 */
export function cleanAnswer(answer: string, source: string, { isOwnText = false } = {}): string {
  if (answer === source) return answer;
  const original = { text: source, isOwnText };
  let text = cleanCharacters(answer.replace(/\r\n?/gu, "\n"), source);
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const before = text;
    for (const clean of STEPS) text = clean(text, original).trim();
    if (text === before) break;
  }
  return text;
}

/** More than any model wraps its result in; an answer of nothing but wrappings would take minutes to unwrap. */
const MOST_LAYERS = 40;

interface Original {
  readonly text: string;
  readonly isOwnText: boolean;
}

type Clean = (text: string, source: Original) => string;

const withoutThinking: Clean = (text, { text: source }) =>
  /^\s*<think>/iu.test(source) ? text : text.replace(/^\s*<think>[\s\S]*?<\/think>\s*/iu, "");

const TURN_END =
  /<\|(?:im_end|im_start|endoftext|eot_id|end_of_text|end|assistant|user|system)\|>|<\/?s>|<(?:end|start)_of_turn>|\[\/?INST\]/giu;

/** What follows the end of a turn is a conversation that the model went on with by itself. */
const withoutTokens: Clean = (text, { text: source }) => {
  const own: ReadonlySet<string> = new Set(source.match(TURN_END));
  let kept = "";
  let at = 0;
  let hasText = false;
  for (const { 0: token, index } of text.matchAll(TURN_END)) {
    if (own.has(token)) continue;
    const piece = text.slice(at, index);
    kept += piece;
    hasText ||= piece.trim() !== "";
    at = index + token.length;
    if (hasText) return kept;
  }
  return kept + text.slice(at);
};

const withoutFence: Clean = (text, { text: source }) => {
  const wrapped = /^(`{3,}|~{3,})[\w-]*[ \t]*\n([\s\S]*?)\n?\1[ \t]*$/u.exec(text);
  const [, fence = "", inner = ""] = wrapped ?? [];
  return wrapped && !/^\s*(?:`{3}|~{3})/u.test(source) && !inner.includes(`\n${fence}`) ? inner : text;
};

const withoutAnnouncement: Clean = (text, source) => {
  const [first = ""] = text.split("\n", 1);
  const rest = text.slice(first.length).trim();
  if (rest !== "" && announces(first, text, source)) return rest;
  const label = labelOf(text);
  const isSourceAlike = /^[^\n]{0,60}[:：]/u.test(source.text) || isOpening(source.text.split("\n", 1)[0] ?? "");
  return label !== "" && !isSourceAlike ? text.slice(label.length) : text;
};

function announces(line: string, text: string, source: Original): boolean {
  const [sourceFirst = ""] = source.text.split("\n", 1);
  const isMore = source.isOwnText || countLines(text) > countLines(source.text);
  if (isResultHeading(line)) return isMore && !(namesResult(sourceFirst) && isHeading(sourceFirst));
  if (!isAnnouncement(line) || endsInColon(sourceFirst) || isOpening(sourceFirst)) return false;
  // The source's own title may be of a summary, and have got a colon: "Résumé de la réunion :".
  return isMore || isOpening(line) || !namesResult(sourceFirst);
}

function countLines(text: string): number {
  return text.split("\n").filter((line) => line.trim() !== "").length;
}

function isHeading(line: string): boolean {
  return /^\s*(?:#|\*\*|__)/u.test(line);
}

function endsInColon(line: string): boolean {
  const end = line.trimEnd();
  return /[:：]\s?[*_]{0,3}$/u.test(end.slice(-6));
}

const withoutClosing: Clean = (text, source) => {
  const paragraphs = text.split(/\n{2,}/u);
  const sourceParagraphs = source.text.split(/\n{2,}/u);
  const isMore = paragraphs.length > (source.isOwnText ? 1 : sourceParagraphs.length);
  if (!isMore || hasClosing(sourceParagraphs)) return text;
  const remarks = startOfRemarks(paragraphs);
  if (remarks === undefined) return text;
  const kept = text.slice(0, text.length - lengthFrom(text, paragraphs.length - remarks));
  return /(?:^|\n)[-*_]{3,}$/u.test(source.text.trimEnd())
    ? kept
    : kept.trimEnd().replace(/\n\n(?:-{3,}|\*{3,}|_{3,})$/u, "");
};

/** A letter may itself end in "Let me know", and be put in more paragraphs than it had. */
function hasClosing(paragraphs: readonly string[]): boolean {
  return paragraphs.some((paragraph) => paragraph.split(/(?<=[.!?…])\s+|\n/u).some(isClosing));
}

/** The first of the paragraphs at the end that speak about the result: one, or a heading with lists below it. */
function startOfRemarks(paragraphs: readonly string[]): number | undefined {
  const last = paragraphs.length - 1;
  if (isClosing(paragraphs[last] ?? "")) return last;
  let at = last;
  while (at > 1 && /^\s*(?:[-*+•]|\d+[.)])\s/u.test(paragraphs[at] ?? "")) at -= 1;
  return at < last && isRemarkHeading(paragraphs[at] ?? "") ? at : undefined;
}

/** The length of so many paragraphs at a text's end, with the blank lines between them. UTF-16 units. */
function lengthFrom(text: string, count: number): number {
  let start = text.length;
  const breaks = [...text.matchAll(/\n{2,}/gu)];
  const before = breaks.at(-count);
  if (before) start = before.index + before[0].length;
  return text.length - start;
}

/** Pairs of the 24 languages, by their opening mark. */
const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  "“": "”",
  "„": '“”"',
  "«": "»",
  "»": "«»",
  "‘": "’",
  "‚": "‘’",
  "”": "”",
  "’": "’",
  "‹": "›",
};
const QUOTE_AT_AN_END = /^["'“”„«»‘’‚‹›]|["'“”„«»‘’‚‹›]$/u;

const withoutQuotes: Clean = (text, { text: source }) => {
  const closing = QUOTES[text.charAt(0)];
  if (closing === undefined || text.length < 3 || QUOTE_AT_AN_END.test(source.trim())) return text;
  const inner = text.slice(1, -1);
  const isWrapped =
    closing.includes(text.slice(-1)) &&
    ![...closing, text.charAt(0)].some((mark) => mark !== "'" && mark !== "’" && inner.includes(mark));
  return isWrapped ? inner : text;
};

const STEPS: readonly Clean[] = [
  withoutThinking,
  withoutTokens,
  withoutFence,
  withoutAnnouncement,
  withoutClosing,
  withoutQuotes,
];
