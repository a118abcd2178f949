import { LANGUAGE_CODES } from "../../src/core/languages.ts";
import { findTypography } from "../../src/core/typography/findTypography.ts";
import { listFindings } from "../../src/core/typography/listFindings.ts";
import type { RuleId } from "../../src/core/typography/typographyRule.ts";
import { row } from "./printTable.ts";
import type { Corpus } from "./texts.ts";

/** What a keyboard has, or a text file loses: right to tell, however often. */
const TYPED: readonly RuleId[] = [
  ...(["straightQuotes", "apostrophe", "ellipsis", "dash"] as const),
  // A file of text has plain spaces where print has some that don't break.
  ...(["percentSpace", "groupSpace", "highSpace", "quoteSpace"] as const),
];

/** A document to check has so many words, or a few more: what is told once is told once in each. */
const DOCUMENT = 1000;

/**
 * Prints for each corpus what a reader of the Problems view is told of it in 1,000 words: about marks that a keyboard
 * has and print doesn't, and about all else, where a published text should give no cause.
 */
export async function measureTypography(corpora: readonly Corpus[]): Promise<void> {
  for (const corpus of corpora) {
    console.log(`\n${corpus.name}: told in 1,000 words`);
    console.log(row(["", "words", "of a keyboard's marks", "of all else", "rules"]));
    for (const code of LANGUAGE_CODES) {
      const paragraphs = corpus.texts.get(code) ?? [];
      const words = paragraphs.reduce((sum, text) => sum + countWords(text), 0);
      if (words < 500) continue;
      const rules: RuleId[] = [];
      for (const text of documentsOf(paragraphs)) {
        const edits = await findTypography(text, { language: code, markup: "plain" });
        rules.push(...listFindings(text, edits).map(({ rule }) => rule));
      }
      const typed = rules.filter((rule) => TYPED.includes(rule)).length;
      const rest = rules.filter((rule) => !TYPED.includes(rule));
      const names = [...new Set(rest)].map((rule) => `${rule} ${rest.filter((one) => one === rule).length}`);
      const rate = (count: number) => ((1000 * count) / words).toFixed(2);
      console.log(row([code, String(words), rate(typed), rate(rest.length), names.join(" ")]));
    }
  }
}

function documentsOf(paragraphs: readonly string[]): readonly string[] {
  const documents: string[][] = [[]];
  let words = 0;
  for (const text of paragraphs) {
    if (words >= DOCUMENT) {
      documents.push([]);
      words = 0;
    }
    documents.at(-1)?.push(text);
    words += countWords(text);
  }
  return documents.map((one) => one.join("\n\n"));
}

function countWords(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}
