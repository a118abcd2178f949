import type { DetectLanguage } from "../writing/languageDetector.ts";
import { findScript, wordsIn } from "./findScript.ts";
import { samplePieces } from "./samplePieces.ts";

/** Fewer letters are a name or a word that several languages have; letters by themselves are none. */
const MIN_LETTERS = 20;

/**
 * Detects the 24 by their letters and commonest words. `undefined` for too little text, for code, for other languages,
 * for a text in several, and where two are close. The models are loaded when they are first needed.
 */
export function createLanguageDetector(): DetectLanguage {
  const models = new Map<"Latin" | "Cyrillic", ReturnType<typeof loadModels>>();
  return async (text) => {
    const pieces = samplePieces(text);
    const prose = pieces.join("\n");
    const script = findScript(prose);
    if (script === undefined || lettersInWords(prose) < MIN_LETTERS) return undefined;
    if (script === "Greek") return "el";
    const loading = models.get(script) ?? loadModels(script);
    models.set(script, loading);
    const { weigh } = await loading;
    return weigh(pieces.map((piece) => wordsIn(piece, script)));
  };
}

function lettersInWords(prose: string): number {
  return (prose.match(/[\p{L}\p{M}]{2,}/gu) ?? []).reduce((sum, word) => sum + word.length, 0);
}

async function loadModels(script: "Latin" | "Cyrillic") {
  const { loadWeigher } = await import("./loadWeigher.ts");
  return { weigh: loadWeigher(script) };
}
