import { isAnnouncement, isClosing, isOpening, labelOf } from "./chatter.ts";
import { cleanCharacters } from "./cleanCharacters.ts";

/**
 * Takes off an answer what a model puts around its result: reasoning, leaked tokens, an announcement, a wrapping
 * fence or quotation marks, a closing remark, hidden characters. Each goes if and only if the source has none of
 * its kind, so that an answer that equals its source is left as it is. Both in LF; the result is trimmed.
 */
export function cleanAnswer(answer: string, source: string): string {
  if (answer === source) return answer;
  let text = cleanCharacters(answer.replace(/\r\n?/gu, "\n"), source);
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const before = text;
    for (const clean of STEPS) text = clean(text, source).trim();
    if (text === before) break;
  }
  return text;
}

/** More than any model wraps its result in; an answer of nothing but wrappings would take minutes to unwrap. */
const MOST_LAYERS = 40;

type Clean = (text: string, source: string) => string;

const withoutThinking: Clean = (text, source) =>
  /^\s*<think>/iu.test(source) ? text : text.replace(/^\s*<think>[\s\S]*?<\/think>\s*/iu, "");

const TURN_END =
  /<\|(?:im_end|im_start|endoftext|eot_id|end_of_text|end|assistant|user|system)\|>|<\/?s>|<(?:end|start)_of_turn>|\[\/?INST\]/giu;

/** What follows the end of a turn is a conversation that the model went on with by itself. */
const withoutTokens: Clean = (text, source) => {
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

const withoutFence: Clean = (text, source) => {
  const wrapped = /^(`{3,}|~{3,})[\w-]*[ \t]*\n([\s\S]*?)\n?\1[ \t]*$/u.exec(text);
  const [, fence = "", inner = ""] = wrapped ?? [];
  return wrapped && !/^\s*(?:`{3}|~{3})/u.test(source) && !inner.includes(`\n${fence}`) ? inner : text;
};

const withoutAnnouncement: Clean = (text, source) => {
  const [first = ""] = text.split("\n", 1);
  const [sourceFirst = ""] = source.split("\n", 1);
  const rest = text.slice(first.length).trim();
  const isSourceAlike = /[:：]\s*$/u.test(sourceFirst.replace(/[*_]+$/u, "")) || isOpening(sourceFirst);
  if (rest !== "" && !isSourceAlike && isAnnouncement(first)) return rest;
  const label = labelOf(text);
  return label !== "" && !/^[^\n]{0,60}[:：]/u.test(source) ? text.slice(label.length) : text;
};

const withoutClosing: Clean = (text, source) => {
  const paragraphs = text.split(/\n{2,}/u);
  const last = paragraphs.at(-1) ?? "";
  const isMore = paragraphs.length > source.split(/\n{2,}/u).length;
  return isMore && isClosing(last) ? text.slice(0, text.length - last.length) : text;
};

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

const withoutQuotes: Clean = (text, source) => {
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
