import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { LANGUAGE_CODES, type LanguageCode } from "../../src/core/languages.ts";
import { row } from "./printTable.ts";
import type { Corpus } from "./texts.ts";

/** Four words from within a sentence, where no name stands more often than elsewhere. */
const WORDS = { from: 2, to: 6 };
/** In letters. */
const SIZES = [
  { least: 12, most: 19 },
  { least: 20, most: 27 },
];
/** Texts of a language, at most. */
const MOST = 400;

/** Prints how often four words from within the treebanks' sentences are told right, and how often wrong: the mean over the languages, and the lowest. */
export async function measureFewWords(corpora: readonly Corpus[]): Promise<void> {
  const treebanks = corpora.find(({ name }) => name === "treebanks");
  if (!treebanks) return;
  const detect = createLanguageDetector();
  console.log("\nfour words from within the treebanks' sentences: in %");
  console.log(row(["letters", "right", "the lowest", "wrong"]));
  for (const { least, most } of SIZES) {
    const shares: { readonly code: LanguageCode; readonly right: number; readonly wrong: number }[] = [];
    for (const code of LANGUAGE_CODES) {
      const texts = (treebanks.texts.get(code) ?? []).flatMap((text) => fewWordsOf(text));
      const found = await Promise.all(texts.filter(isOf(least, most)).slice(0, MOST).map(detect));
      const share = (count: number) => (100 * count) / Math.max(1, found.length);
      const right = found.filter((one) => one === code).length;
      const unsure = found.filter((one) => one === undefined).length;
      shares.push({ code, right: share(right), wrong: share(found.length - right - unsure) });
    }
    const [lowest] = shares.toSorted((a, b) => a.right - b.right);
    const cells = [mean(shares.map(({ right }) => right)), mean(shares.map(({ wrong }) => wrong))];
    const [right = "", wrong = ""] = cells.map((one) => one.toFixed(1));
    console.log(row([`${least} to ${most}`, right, `${lowest?.code} ${lowest?.right.toFixed(0)}`, wrong]));
  }
}

function fewWordsOf(text: string): readonly string[] {
  const words = text.split(" ");
  return words.length < WORDS.to + 2 ? [] : [words.slice(WORDS.from, WORDS.to).join(" ")];
}

function isOf(least: number, most: number): (text: string) => boolean {
  return (text) => {
    const letters = text.match(/\p{L}/gu)?.length ?? 0;
    return letters >= least && letters <= most;
  };
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
