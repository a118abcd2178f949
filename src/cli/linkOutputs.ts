import path from "node:path";
import { findFormat } from "../core/document/formats/documentFormat.ts";
import { type KnownTranslation, linkTranslations } from "../core/document/links/linkTranslations.ts";
import type { TranslateOptions } from "./command.ts";
import { FileFault } from "./fileFault.ts";
import type { Job } from "./planOutputs.ts";
import { readSource } from "./readSource.ts";
import { resolveOutput } from "./resolveOutput.ts";

export interface LinkingOptions {
  readonly options: Pick<TranslateOptions, "linksTranslations" | "out">;
  readonly cwd: string;
}

/** The translation with its links leading to other translations, as far as these are written by now; as it is without `--link-translations`. */
export async function withLinkedTranslations(job: Job, text: string, run: LinkingOptions): Promise<string> {
  if (!run.options.linksTranslations) return text;
  const document = { output: text, format: job.source.format, path: pathOf(job.output) };
  return (await linkTranslations(document, (target) => findTranslation(fileOf(target), job, run))).text;
}

/** From the root of the file system, with slashes. */
export function pathOf(file: string): string {
  return file.split(path.sep).join("/").replace(/^\/+/, "");
}

function fileOf(target: string): string {
  return path.resolve(path.sep === "/" ? `/${target}` : target);
}

/** What can't be read has no translation to link to. */
async function findTranslation(
  file: string,
  { language }: Job,
  { options, cwd }: LinkingOptions,
): Promise<KnownTranslation | undefined> {
  const format = findFormat(file);
  if (!format) return undefined;
  const output = resolveOutput({ file, cwd, pattern: options.out, language });
  try {
    const [source, translation] = [await readSource(file), await readSource(output)];
    return { path: pathOf(output), source: source.text, output: translation.text, format };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    return undefined;
  }
}
