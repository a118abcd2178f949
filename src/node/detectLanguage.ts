import { LANGUAGE_CODES } from "../core/languages.ts";
import type { DetectLanguage } from "../core/writing/languageDetector.ts";

const MIN_LETTERS = 40;

/** How much likelier the first must be than the second, in all: in natural logarithms over the whole text. */
const MIN_LEAD = 6;

/**
 * Detects the 24 by their trigrams. `undefined` for fewer than 40 letters, for other languages, and where two
 * are close. The models are loaded when first asked for.
 */
export function createLanguageDetector(): DetectLanguage {
  return async (text) => {
    const prose = withoutCode(text);
    const letters = prose.match(/\p{L}/gu)?.length ?? 0;
    if (letters < MIN_LETTERS) return undefined;
    const { scoreLanguages } = await import("./languages/scoreLanguages.ts");
    const [first, second] = scoreLanguages(prose);
    if (first === undefined) return undefined;
    const lead =
      second === undefined ? Number.POSITIVE_INFINITY : (first.score - second.score) * Math.min(letters, 4000);
    return lead < MIN_LEAD ? undefined : LANGUAGE_CODES.find((code) => code === first.code);
  };
}

/** URLs and code are in no language, or in English. */
function withoutCode(text: string): string {
  return text.replace(/(`+)[^`]+\1|\bhttps?:\/\/\S+|<[^<>]*>/g, " ");
}
