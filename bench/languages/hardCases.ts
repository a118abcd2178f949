import path from "node:path";
import { pathToFileURL } from "node:url";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { LANGUAGE_CODES, type LanguageCode } from "../../src/core/languages.ts";
import { row } from "./printTable.ts";
import { type Corpus, readOtherDeclarations } from "./texts.ts";

/** Languages that are easily taken for one of the 24; the means below are over all that the declaration is there in. */
const NEAR = [
  "nob",
  "nno",
  "isl",
  "fao",
  "afr",
  "ltz",
  "cat",
  "glg",
  "ast",
  "oci_1",
  "cos",
  "gla",
  "tur",
  "mkd",
  "ukr",
];

/**
 * Prints for texts in capitals how many are known, and for Greek and Bulgarian in Latin letters, and for languages
 * besides the 24, how many are "not sure", as is right.
 */
export async function measureHardCases(corpora: readonly Corpus[]): Promise<void> {
  const detect = createLanguageDetector();
  const share = async (texts: readonly string[], expected: LanguageCode | undefined) => {
    const found = await Promise.all(texts.map(detect));
    return (100 * found.filter((one) => one === expected).length) / Math.max(1, texts.length);
  };
  const { spellInLatin } = await import(pathToFileURL(path.resolve("scripts/languages/latinSpellings.mjs")).href);
  console.log("\ncapitals: right in %; Greek and Bulgarian in Latin letters: not sure in %");
  console.log(row(["", "capitals", "the lowest", "Greek in Latin letters", "Bulgarian in Latin letters"]));
  for (const { name, texts } of corpora.filter((one) => ["UDHR", "treebanks"].includes(one.name))) {
    const paragraphs = (code: LanguageCode) =>
      (texts.get(code) ?? []).filter((text) => lettersIn(text) >= 40).slice(0, 300);
    const capitals: (readonly [number, LanguageCode])[] = [];
    for (const code of LANGUAGE_CODES) {
      const shouted = paragraphs(code).map((text) => text.toLocaleUpperCase(code));
      capitals.push([await share(shouted, code), code]);
    }
    const [lowest, code] = capitals.toSorted(([a], [b]) => a - b)[0] ?? [0, ""];
    const latin = (of: LanguageCode) =>
      share(
        paragraphs(of).flatMap((text) => spellInLatin(text, of)),
        undefined,
      );
    const cells = [mean(capitals.map(([one]) => one)), lowest, await latin("el"), await latin("bg")];
    const [all, least, ...rest] = cells.map((one) => one.toFixed(1));
    console.log(row([name, all ?? "", `${code} ${least}`, ...rest]));
  }
  await measureOthers(share);
}

type Share = (texts: readonly string[], expected: LanguageCode | undefined) => Promise<number>;

async function measureOthers(share: Share): Promise<void> {
  console.log("\nUDHR in languages besides the 24, in Latin or Cyrillic letters: not sure in %");
  console.log(row(["", "paragraphs of 100 letters and more", "their first 45 letters"]));
  const shares: (readonly [number, number])[] = [];
  for (const [name, all] of readOtherDeclarations()) {
    const texts = all.filter(isReadable);
    if (texts.length < 10) continue;
    const long = await share(
      texts.filter((text) => lettersIn(text) >= 100),
      undefined,
    );
    const short = await share(texts.map(beginning), undefined);
    shares.push([long, short]);
    if (NEAR.includes(name)) console.log(row([name, long.toFixed(0), short.toFixed(0)]));
  }
  const [long, short] = [mean(shares.map(([one]) => one)), mean(shares.map(([, one]) => one))];
  console.log(row([`all ${shares.length}`, long.toFixed(1), short.toFixed(1)]));
}

function isReadable(text: string): boolean {
  const letters = lettersIn(text);
  return letters >= 40 && (text.match(/[\p{Script=Latin}\p{Script=Cyrillic}]/gu)?.length ?? 0) > 0.6 * letters;
}

function beginning(text: string): string {
  const words = text.split(" ");
  let end = 0;
  while (end < words.length && lettersIn(words.slice(0, end).join("")) < 45) end += 1;
  return words.slice(0, end).join(" ");
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / Math.max(1, numbers.length);
}
