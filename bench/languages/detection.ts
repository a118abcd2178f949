import { LANGUAGE_CODES, type LanguageCode } from "../../src/core/languages.ts";
import type { Detector } from "./detectors.ts";
import { row } from "./printTable.ts";
import type { Corpus } from "./texts.ts";

/** Texts of a language and a corpus, at most. */
const MOST = 400;

/** What counts as a sentence and as a paragraph, in letters. */
const SIZES = {
  "sentences of 40 to 60 letters": { least: 40, most: 60 },
  "paragraphs of 150 to 1,500 letters": { least: 150, most: 1500 },
} as const;

/** Prints for each corpus and size how often each detector is right, and for ours how often it isn't sure or wrong. */
export async function measureDetection(corpora: readonly Corpus[], detectors: readonly Detector[]): Promise<void> {
  for (const corpus of corpora) {
    for (const [name, size] of Object.entries(SIZES)) {
      console.log(`\n${corpus.name}, ${name}: right in %, and of ours not sure and wrong`);
      console.log(row(["", "texts", ...detectors.map((one) => one.name), "not sure", "wrong", "taken for"]));
      for (const code of LANGUAGE_CODES) await measureLanguage({ code, texts: textsOf(corpus, code, size) }, detectors);
    }
  }
}

function textsOf(
  corpus: Corpus,
  code: LanguageCode,
  { least, most }: { readonly least: number; readonly most: number },
) {
  const texts = corpus.texts.get(code) ?? [];
  const pieces = most < 100 ? texts.flatMap((text) => sentencesOf(text, code)) : texts;
  return pieces.filter((text) => lettersIn(text) >= least && lettersIn(text) <= most).slice(0, MOST);
}

function sentencesOf(text: string, code: LanguageCode): readonly string[] {
  const sentences = [...new Intl.Segmenter(code, { granularity: "sentence" }).segment(text)];
  return sentences.flatMap(({ segment }) => cut(segment.trim()));
}

/** Long sentences are cut behind a word at 50 letters: what is told of them is told of as little text. */
function cut(sentence: string): readonly string[] {
  if (lettersIn(sentence) <= 60) return [sentence];
  const words = sentence.split(" ");
  let end = 0;
  while (end < words.length && lettersIn(words.slice(0, end).join("")) < 45) end += 1;
  return [words.slice(0, end).join(" ")];
}

function lettersIn(text: string): number {
  return text.match(/\p{L}/gu)?.length ?? 0;
}

async function measureLanguage(
  { code, texts }: { readonly code: LanguageCode; readonly texts: readonly string[] },
  detectors: readonly Detector[],
): Promise<void> {
  if (texts.length < 10) return;
  const found: (readonly (string | undefined)[])[] = [];
  for (const { detect } of detectors) {
    const answers: (string | undefined)[] = [];
    for (const text of texts) answers.push(await detect(text));
    found.push(answers);
  }
  const share = (count: number) => ((100 * count) / texts.length).toFixed(1);
  const right = found.map((answers) => share(answers.filter((one) => one === code).length));
  const ours = found[0] ?? [];
  const wrong = ours.filter((one) => one !== undefined && one !== code);
  const unsure = ours.filter((one) => one === undefined);
  const taken = [...new Set(wrong)].map((one) => `${one} ${wrong.filter((other) => other === one).length}`);
  console.log(row([code, String(texts.length), ...right, share(unsure.length), share(wrong.length), taken.join(" ")]));
}
