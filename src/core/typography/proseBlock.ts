/** The prose of a block: a paragraph, a heading, a cell. What isn't prose in it is `\uFFFC`; marks of emphasis are left out. */
export interface ProseBlock {
  readonly prose: string;
  /** Where each UTF-16 unit of the prose stands in the text. */
  readonly offsets: readonly number[];
}

/** Stands for what isn't prose. */
export const OBJECT = "\uFFFC";

/** What looks like prose and isn't: addresses, placeholders, tags, paths, options, and words that only programs write. */
const NO_PROSE: readonly RegExp[] = [
  /\b(?:https?|ftp|file|mailto):[^\s<>"«»“”„]+|\bwww\.[^\s<>"«»“”„]+/giu,
  /<\/?[a-z!][^<>\n]*>|&#?\w{1,30};/giu,
  /\{\{[^{}\n]{0,200}\}\}|\$?\{[^{}\n]{0,200}\}|%(?:\d+\$)?(?:\(\w+\))?[sdif@](?!\p{L})|\{[%#][^{}\n]{0,200}[%#]\}/gu,
  /\$[^$\s][^$\n]{0,200}\$/gu,
  /(?<!\S)[^\s_\\=<>|@#^~`*]*[_\\=<>|@#^~`*]\S*/gu,
  /(?<![\p{L}\p{N}/.])(?:\.{1,2}|~)?\/[\w./-]+|(?<![\p{L}\p{N}/])\w+(?:\/[\w.-]+){2,}/gu,
  /(?<!\S)--?\p{L}[\w-]*/gu,
  /(?<!\p{L})v?\d+(?:\.\d+){2,}\S*|\d{1,2}:\d{2}(?::\d{2})?/gu,
];

/** The block without what only looks like prose; nothing moves. */
export function maskBlock({ prose, offsets }: ProseBlock): ProseBlock {
  const masked = NO_PROSE.reduce(
    (rest, pattern) => rest.replace(pattern, (found) => OBJECT.repeat(found.length)),
    prose,
  );
  return { prose: masked, offsets };
}
