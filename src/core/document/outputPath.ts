/** Where a translation is written: `{dir}`, `{name}` and `{ext}` are the source's, `{lang}` is the target's code. */
export const DEFAULT_OUTPUT_PATTERN = "{dir}/{name}.{lang}{ext}";

const PLACEHOLDERS = ["dir", "name", "lang", "ext"] as const;

export interface OutputPathOptions {
  readonly pattern: string;
  /** The source's path with `/` between its parts: relative to the folder that the result is relative to, or absolute. */
  readonly source: string;
  readonly language: string;
}

/** What is wrong with a pattern: the placeholder that there isn't, or `""` where it names no file; else `undefined`. */
export function findPatternFault(pattern: string): string | undefined {
  const unknown = [...pattern.matchAll(/\{([^{}]*)\}/gu)].find(
    ([, name]) => !PLACEHOLDERS.some((known) => known === name),
  );
  if (unknown) return unknown[0];
  return /(?:^|[/\\])\s*$/u.test(pattern) ? "" : undefined;
}

/** The path of a translation, in its shortest form. A `..` that is left at its beginning leads out of the folder. */
export function outputPath({ pattern, source, language }: OutputPathOptions): string {
  const slash = source.lastIndexOf("/");
  const file = source.slice(slash + 1);
  const dot = file.lastIndexOf(".");
  const hasExtension = dot > 0;
  const values: Readonly<Record<string, string>> = {
    dir: slash < 0 ? "." : source.slice(0, slash) || "/",
    name: hasExtension ? file.slice(0, dot) : file,
    ext: hasExtension ? file.slice(dot) : "",
    lang: language,
  };
  return normalize(pattern.replace(/\{([^{}]*)\}/gu, (whole, name: string) => values[name] ?? whole));
}

function normalize(path: string): string {
  const root = path.startsWith("/") ? "/" : "";
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || root === "") parts.push(part);
  }
  return root + parts.join("/");
}
