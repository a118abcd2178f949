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

/** Whose texts aren't all in the language of their file: some were left in English, or taken from another file. */
const WITH_STRAYS: readonly string[] = ["manual pages", "message catalogues"];

/**
 * Prints for each corpus and size how often each detector is right, and for ours how often it isn't sure or wrong. Of
 * manual pages and catalogues the same is told once more without the strays: those that three of the four other
 * detectors take for one and the same other language. Ours has no say in it. Of sentences that are close to another
 * language some may be none.
 */
export async function measureDetection(corpora: readonly Corpus[], detectors: readonly Detector[]): Promise<void> {
  for (const corpus of corpora) {
    for (const [name, size] of Object.entries(SIZES)) {
      console.log(`\n${corpus.name}, ${name}: right in %, and of ours not sure and wrong`);
      console.log(row(["", "texts", ...detectors.map((one) => one.name), "not sure", "wrong", "taken for"]));
      const all = LANGUAGE_CODES.map((code) => ({ code, texts: textsOf(corpus, code, size) }));
      for (const one of all) await measureLanguage(one, detectors);
      if (!WITH_STRAYS.includes(corpus.name)) continue;
      console.log(`\n${corpus.name}, ${name}, without strays`);
      console.log(row(["", "texts", ...detectors.map((one) => one.name), "not sure", "wrong", "taken for"]));
      for (const one of all) await measureLanguage(await withoutStrays(one, detectors), detectors);
    }
  }
}

interface Texts {
  readonly code: LanguageCode;
  readonly texts: readonly string[];
}

async function withoutStrays({ code, texts }: Texts, [ours, ...others]: readonly Detector[]): Promise<Texts> {
  const kept: string[] = [];
  const strays: string[] = [];
  for (const text of texts) {
    const answers = await Promise.all(others.map(({ detect }) => detect(text)));
    const isStray = answers.some(
      (one) => one !== undefined && one !== code && answers.filter((other) => other === one).length >= 3,
    );
    (isStray ? strays : kept).push(text);
  }
  const told = await Promise.all(strays.map((text) => ours?.detect(text)));
  if (strays.length > 0)
    console.log(
      `${code}: ${strays.length} strays, of which ours takes ${told.filter((one) => one === code).length} for ${code}`,
    );
  return { code, texts: kept };
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

async function measureLanguage({ code, texts }: Texts, detectors: readonly Detector[]): Promise<void> {
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
