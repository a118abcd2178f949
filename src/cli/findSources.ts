import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type FormatName, findFormat } from "../core/document/formats/documentFormat.ts";
import { withoutTranslations } from "../core/document/withoutTranslations.ts";
import type { Locale } from "../core/languages.ts";
import { describeFileError } from "./describeFileError.ts";
import { resolveOutput } from "./resolveOutput.ts";

/** A document to translate. */
export interface Source {
  /** Absolute. */
  readonly file: string;
  /** As it is shown. */
  readonly name: string;
  readonly format: FormatName;
  /** The folder that was named, where the document was found in one. Absolute. */
  readonly folder: string | undefined;
}

export interface FoundSources {
  readonly sources: readonly Source[];
  readonly faults: readonly { readonly name: string; readonly message: string }[];
}

export interface FindSourcesOptions {
  readonly files: readonly string[];
  readonly cwd: string;
  readonly pattern: string;
  readonly to: readonly Locale[];
  readonly from: Locale | undefined;
}

/** The documents that were named, and the Markdown in the folders that were, without what is a translation of another. */
export async function findSources(options: FindSourcesOptions): Promise<FoundSources> {
  const { files, cwd } = options;
  const sources = new Map<string, Source>();
  const faults: { readonly name: string; readonly message: string }[] = [];
  for (const given of files) {
    const file = path.resolve(cwd, given);
    const fault = (message: string) => faults.push({ name: given, message });
    try {
      if ((await stat(file)).isDirectory()) {
        const found = withoutOutputs(await findInFolder(file, cwd), options);
        if (found.length === 0) fault("there is no Markdown in this folder");
        for (const source of found) if (!sources.has(source.file)) sources.set(source.file, source);
        continue;
      }
      const format = findFormat(file);
      if (!format) fault("this isn't a format that can be translated: Markdown, MDX or plain text");
      else sources.set(file, { file, name: given, format, folder: undefined });
    } catch (error) {
      fault(describeFileError(error));
    }
  }
  return { sources: [...sources.values()], faults };
}

/** Plain text isn't taken without being named: among the `.txt` of a folder there are lists and settings. */
async function findInFolder(folder: string, cwd: string): Promise<readonly Source[]> {
  const found: Source[] = [];
  const walk = async (at: string): Promise<void> => {
    const entries = await readdir(at, { withFileTypes: true });
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(at, entry.name);
      const format = findFormat(entry.name);
      if (entry.isDirectory() && !/^\.|^node_modules$/u.test(entry.name)) await walk(file);
      else if (entry.isFile() && format && format !== "text") {
        found.push({ file, name: path.relative(cwd, file) || file, format, folder });
      }
    }
  };
  await walk(folder);
  return found;
}

function withoutOutputs(found: readonly Source[], options: FindSourcesOptions): readonly Source[] {
  const outputOf = (file: string, language: Locale) => resolveOutput({ ...options, file, language });
  const kept = new Set(
    withoutTranslations(
      found.map(({ file }) => file),
      { ...options, outputOf },
    ),
  );
  return found.filter(({ file }) => kept.has(file));
}
