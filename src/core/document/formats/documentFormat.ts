import type { DocumentReading } from "../documentReading.ts";

/** The formats that are read so that nothing but their prose changes. */
export const FORMAT_NAMES = ["markdown", "mdx", "text"] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

export interface ReadOptions {
  /** Front matter values to translate, by the names of their keys at any depth. */
  readonly frontMatterKeys: readonly string[];
  /** Tokens, by the estimate: a paragraph that has more is several segments, cut between sentences where marks allow it. */
  readonly mostTokens?: number | undefined;
}

/** A way to read documents. It is big: load it when it is first needed. */
export type ReadDocument = (text: string, options: ReadOptions) => Promise<DocumentReading>;

const BY_EXTENSION: Readonly<Record<string, FormatName>> = {
  md: "markdown",
  markdown: "markdown",
  mdown: "markdown",
  mkd: "markdown",
  mkdn: "markdown",
  mdc: "markdown",
  qmd: "markdown",
  rmd: "markdown",
  mdx: "mdx",
  txt: "text",
};

const BY_LANGUAGE: Readonly<Record<string, FormatName>> = {
  markdown: "markdown",
  mdx: "mdx",
  plaintext: "text",
};

/** The format of a file by its name, or by what the editor takes it for (its language id); `undefined` for what can't be read. */
export function findFormat(fileName: string, languageId?: string): FormatName | undefined {
  const extension = /\.([^./\\]+)$/u.exec(fileName)?.[1]?.toLowerCase();
  return (extension && BY_EXTENSION[extension]) || (languageId && BY_LANGUAGE[languageId]) || undefined;
}

export async function loadFormat(name: FormatName): Promise<ReadDocument> {
  if (name === "text") return (await import("./readText.ts")).readText;
  const { readMarkdownDocument } = await import("./markdown/readMarkdownDocument.ts");
  return (text, options) => readMarkdownDocument(text, { ...options, dialect: name });
}
