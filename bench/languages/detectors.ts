import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { LANGUAGE_CODES } from "../../src/core/languages.ts";

export interface Detector {
  readonly name: string;
  /** A code, or `undefined` for "not sure". */
  readonly detect: (text: string) => Promise<string | undefined>;
}

const folder = path.resolve("bench/languages");

/** ISO 639-3, as franc has it. */
const ISO3: Readonly<Record<string, string>> = {
  ...{ bg: "bul", cs: "ces", da: "dan", de: "deu", el: "ell", en: "eng", es: "spa", et: "ekk", fi: "fin", fr: "fra" },
  ...{ ga: "gle", hr: "hrv", hu: "hun", it: "ita", lt: "lit", lv: "lvs", mt: "mlt", nl: "nld", pl: "pol", pt: "por" },
  ...{ ro: "ron", sk: "slk", sl: "slv", sv: "swe" },
};

/** Ours, and the others as they can be narrowed to the 24; cld3 can't be. */
export async function loadDetectors(): Promise<readonly Detector[]> {
  const ours: Detector = { name: "ours", detect: createLanguageDetector() };
  if (!existsSync(path.join(folder, "node_modules/eld"))) {
    const { npm } = await import(pathToFileURL(path.resolve("scripts/run/npm.mjs")).href);
    await npm(["install", "--ignore-scripts", "--no-package-lock"], { cwd: folder, isQuiet: true });
  }
  return [ours, await franc(), await eld(), await tinyld(), await cld3()];
}

async function franc(): Promise<Detector> {
  const { francAll } = await import(pathToFileURL(path.join(folder, "node_modules/franc-all/index.js")).href);
  const only = Object.values(ISO3);
  const codes = Object.fromEntries(Object.entries(ISO3).map(([code, iso]) => [iso, code]));
  return { name: "franc-all", detect: async (text) => codes[francAll(text, { only })[0]?.[0] ?? ""] };
}

async function eld(): Promise<Detector> {
  const module = await import(pathToFileURL(path.join(folder, "node_modules/eld/src/entries/static.large.js")).href);
  const detector = module.eld ?? module.default;
  detector.setLanguageSubset([...LANGUAGE_CODES]);
  return { name: "eld (large)", detect: async (text) => detector.detect(text).language || undefined };
}

async function tinyld(): Promise<Detector> {
  const { detect } = createRequire(path.join(folder, "package.json"))("tinyld");
  return { name: "tinyld", detect: async (text) => detect(text, { only: [...LANGUAGE_CODES] }) || undefined };
}

async function cld3(): Promise<Detector> {
  const { loadModule } = createRequire(path.join(folder, "package.json"))("cld3-asm");
  const identifier = (await loadModule()).create(0, 4000);
  return {
    name: "cld3-asm",
    detect: async (text) => {
      const { language, is_reliable: isReliable } = identifier.findLanguage(text);
      return isReliable ? language : undefined;
    },
  };
}
