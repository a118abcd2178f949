import { LANGUAGE_CODES, type Locale, VARIANT_CODES } from "../languages.ts";

export interface WithoutTranslationsOptions {
  /** Where the translation of a file into a language is written. */
  readonly outputOf: (file: string, language: Locale) => string;
  readonly to: readonly Locale[];
  readonly from: Locale | undefined;
}

/**
 * The files of a folder that are sources: a translation of another one is none. Where either could be the other's
 * (`en/a.md` and `fr/a.md`), it is one only if it is in a language that is translated into now.
 */
export function withoutTranslations(
  files: readonly string[],
  { outputOf, to, from }: WithoutTranslationsOptions,
): readonly string[] {
  const makers = findMakers(files, outputOf);
  return files.filter((file) => {
    if (from && outputOf(file, from) === file) return true;
    const isMadeBy = (maker: string) => makers.get(maker)?.some((other) => other.maker === file);
    return !makers.get(file)?.some(({ maker, language }) => to.includes(language) || !isMadeBy(maker));
  });
}

/** Of each file those whose translation into some language would have its name. */
function findMakers(files: readonly string[], outputOf: WithoutTranslationsOptions["outputOf"]) {
  const makers = new Map(files.map((file) => [file, [] as { readonly maker: string; readonly language: Locale }[]]));
  for (const maker of files) {
    for (const language of [...LANGUAGE_CODES, ...VARIANT_CODES]) {
      const output = outputOf(maker, language);
      if (output !== maker) makers.get(output)?.push({ maker, language });
    }
  }
  return makers;
}
