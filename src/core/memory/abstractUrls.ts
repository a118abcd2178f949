/** A pair without its URLs, and the way back. */
export interface AbstractText {
  /** Each URL as a mark: the same one for the same URL. */
  readonly text: string;
  /** Another text that holds the same URLs, with the same marks for them. */
  abstract(other: string): string;
  /** Puts the URLs back. */
  fill(abstracted: string): string;
}

/** The Object Replacement Character of Unicode on both sides of a number: it stands in no prose. */
const MARK = /\ufffc(\d+)\ufffc/gu;

/** What stands behind a link's text, and bare addresses. No parser is needed: what is taken for one comes back as it was. */
const URL =
  /(?<=\])\((?:<[^<>\n]*>|[^()\s]*)(?:\s+(?:"[^"]*"|'[^']*'))?\)|\b(?:https?:\/\/|www\.|mailto:)[^\s<>()[\]"'`|*]+/gu;

/** Takes the URLs out of a segment, with what belongs to them: a link that changed is no other text. */
export function abstractUrls(text: string): AbstractText {
  const originals = [...new Set(text.match(URL) ?? [])];
  const indexes = new Map(originals.map((url, index) => [url, index]));
  const abstract = (other: string) =>
    other.replace(URL, (url) => {
      const index = indexes.get(url);
      return index === undefined ? url : `\ufffc${index}\ufffc`;
    });
  return {
    text: abstract(text),
    abstract,
    fill: (abstracted) => abstracted.replace(MARK, (mark, digits: string) => originals[Number(digits)] ?? mark),
  };
}
