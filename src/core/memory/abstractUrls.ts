import type { MarkdownContext } from "../markdown/markdownContext.ts";

/** A pair without its URLs, and the way back. */
export interface AbstractText {
  /** Each URL as a mark: the same one for the same URL. */
  readonly text: string;
  /** Another text that holds the same URLs, with the same marks for them. */
  abstract(other: string): Promise<string>;
  /** Puts the URLs back. */
  fill(abstracted: string): string;
}

/** The Object Replacement Character of Unicode on both sides of a number: it stands in no prose. */
const MARK = /\ufffc(\d+)\ufffc/gu;

/** Takes the URLs out of a segment, with what belongs to them: a link that changed is no other text. */
export async function abstractUrls(text: string, markdown: MarkdownContext | undefined): Promise<AbstractText> {
  const indexes = new Map<string, number>();
  const originals: string[] = [];
  for (const { key, start, end } of await findUrls(text, markdown)) {
    if (indexes.has(key)) continue;
    indexes.set(key, originals.length);
    originals.push(text.slice(start, end));
  }
  const abstract = async (other: string): Promise<string> => {
    if (indexes.size === 0) return other;
    const pieces: string[] = [];
    let at = 0;
    for (const { key, start, end } of await findUrls(other, markdown)) {
      const index = indexes.get(key);
      pieces.push(other.slice(at, start), index === undefined ? other.slice(start, end) : `\ufffc${index}\ufffc`);
      at = end;
    }
    return pieces.join("") + other.slice(at);
  };
  return {
    text: await abstract(text),
    abstract,
    fill: (abstracted) => abstracted.replace(MARK, (mark, digits: string) => originals[Number(digits)] ?? mark),
  };
}

async function findUrls(text: string, markdown: MarkdownContext | undefined) {
  if (!/:\/\/|\]\(|www\.|@|^\s*\[/mu.test(text)) return [];
  const { readMarkdown } = await import("../markdown/readMarkdown.ts");
  const { literals } = readMarkdown(text, markdown);
  return literals.filter(
    ({ kind }) => kind === "link" || kind === "image" || kind === "address" || kind === "definition",
  );
}
