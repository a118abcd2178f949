import { readFile } from "node:fs/promises";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { baseLanguage, findLanguage, type Locale } from "../../src/core/languages.ts";
import { silentLogger } from "../../src/core/log.ts";
import { runTask } from "../../src/core/writing/runTask.ts";
import { createBuiltinModel } from "../../src/engine/builtinModel.ts";

export interface MainJob {
  /** A Markdown document; its longest paragraph of prose is translated. */
  readonly sample: string;
  readonly to: string;
  readonly model: { readonly name: string; readonly path: string };
  readonly engineScript: string;
  readonly signal: AbortSignal;
}

export interface MainJobResult {
  readonly source: string;
  readonly translation: string;
  /** With loading the model. */
  readonly seconds: number;
  /** What speaks against it being a translation; empty if it is one. */
  readonly problems: readonly string[];
}

/** The extension's main job, without VS Code: a paragraph, translated by the built-in model and checked. */
export async function runMainJob({ sample, to, model, engineScript, signal }: MainJob): Promise<MainJobResult> {
  const language = requireLanguage(to);
  const source = longestParagraph(await readFile(sample, "utf8"));
  const detectLanguage = createLanguageDetector();
  const builtin = createBuiltinModel({ name: model.name, modelPath: model.path, engineScript, logger: silentLogger });
  const began = performance.now();
  try {
    const { text, outcome, findings } = await runTask({
      task: { kind: "translate", to: language, formality: "auto" },
      text: source,
      model: builtin,
      detectLanguage,
      signal,
      temperature: 0,
      logger: silentLogger,
    });
    const detected = await detectLanguage(text);
    const problems = [
      ...findings.map(({ kind }) => kind),
      ...(outcome === "unchanged" ? ["it equals its source"] : []),
      ...(detected === baseLanguage(language) ? [] : [`its language is ${detected ?? "unknown"}, not ${to}`]),
    ];
    return { source, translation: text, seconds: (performance.now() - began) / 1000, problems };
  } finally {
    builtin.dispose();
  }
}

function requireLanguage(code: string): Locale {
  const found = findLanguage(code);
  if (!found) throw new Error(`--to ${code}: there is no such language among the 24 (bg, cs, da, de, el, …).`);
  return found.code;
}

function longestParagraph(markdown: string): string {
  const paragraphs = markdown.split(/\n{2,}/).filter((block) => /^\p{L}/u.test(block));
  return paragraphs.reduce((longest, block) => (block.length > longest.length ? block : longest), "").trim();
}
