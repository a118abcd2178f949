import type { DetectLanguage } from "../writing/languageDetector.ts";

/**
 * Detects the 24 by their letters and commonest words. `undefined` for too little text, for code, for other languages,
 * for a text in several, and where two are close. Rules and models are loaded when they are first needed.
 */
export function createLanguageDetector(): DetectLanguage {
  const models = new Map<"Latin" | "Cyrillic", ReturnType<typeof loadModels>>();
  return async (text) => {
    const { readText } = await import("./readText.ts");
    const read = readText(text);
    if (read === undefined) return undefined;
    if (read.script === "Greek") return "el";
    const loading = models.get(read.script) ?? loadModels(read.script);
    models.set(read.script, loading);
    const { weigh } = await loading;
    return weigh(read.pieces);
  };
}

async function loadModels(script: "Latin" | "Cyrillic") {
  const { loadWeigher } = await import("./loadWeigher.ts");
  return { weigh: loadWeigher(script) };
}
