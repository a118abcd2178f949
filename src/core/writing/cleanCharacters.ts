// biome-ignore-all lint/suspicious/noControlCharactersInRegex: control characters are what is looked for here.
/** ESC or C1 sequences of terminals: CSI, OSC (whose text is a command), and the two-character ones. */
const TERMINAL =
  /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|(?:\x1b\]|\x9d)[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?|\x1b[ -/]*[0-~]/gu;

/**
 * What a reader can't see but a program obeys: controls but tab and line ends, bidi embeddings, overrides and
 * isolates, zero-width marks, tags, private use, non-characters, variation selectors that vary nothing. Soft hyphen,
 * NBSP and NNBSP are none of these; the joiner of an emoji is judged by its neighbours.
 */
const HIDDEN =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: each of them is looked for by itself.
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}\p{Co}\p{Noncharacter_Code_Point}\p{Cs}\ufe00-\ufe0d]|(?<!\p{Emoji})[\ufe0e\ufe0f]/gu;

/** A sequence of emoji held together by joiners, and the flags that are made of tags. */
const EMOJI =
  /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]*)+|\u{1f3f4}[\u{e0061}-\u{e007a}\u{e0030}-\u{e0039}]{3,6}\u{e007f}/gu;

/** Takes the hidden characters out of an answer that its source doesn't have (checks.md, T13). */
export function cleanCharacters(answer: string, source: string): string {
  return characterCleaner(source)(answer);
}

/** The same for many pieces of an answer: the source is looked at once. */
export function characterCleaner(source: string): (piece: string) => string {
  // What holds the source's emoji together is no leave to hide something elsewhere.
  const allowed = new Set(source.replace(EMOJI, "").match(HIDDEN) ?? []);
  const isOfTerminals = /[\x1b\x9b\x9d]/u.test(source);
  return (piece) => clean(isOfTerminals ? piece : piece.replace(TERMINAL, ""), allowed);
}

function clean(text: string, allowed: ReadonlySet<string>): string {
  let at = 0;
  let cleaned = "";
  for (const { 0: emoji, index } of text.matchAll(EMOJI)) {
    cleaned += strip(text.slice(at, index), allowed) + emoji;
    at = index + emoji.length;
  }
  return cleaned + strip(text.slice(at), allowed);
}

function strip(text: string, allowed: ReadonlySet<string>): string {
  return text.replace(HIDDEN, (character) => (character === "\r" || allowed.has(character) ? character : ""));
}
