import { parseArgs } from "node:util";
import { DEFAULT_OUTPUT_PATTERN, findPatternFault } from "../core/document/outputPath.ts";
import { findLanguage, type Locale } from "../core/languages.ts";
import { FORMALITIES, type Formality } from "../core/writing/task.ts";
import { UsageError } from "./usageError.ts";

/** What was asked for on the command line. */
export type Command =
  | { readonly kind: "help" }
  | { readonly kind: "clearMemory" }
  | { readonly kind: "translate"; readonly options: TranslateOptions };

export interface TranslateOptions {
  readonly files: readonly string[];
  readonly to: readonly Locale[];
  readonly from: Locale | undefined;
  /** `undefined` for a built-in model. */
  readonly endpoint: string | undefined;
  readonly model: string;
  readonly keyEnv: string | undefined;
  readonly formality: Formality;
  readonly out: string;
  readonly concurrency: number | undefined;
  readonly frontMatterKeys: readonly string[] | undefined;
  readonly anchors: "follow" | "pin";
  readonly linksTranslations: boolean;
  readonly isForced: boolean;
  readonly hasMemory: boolean;
  readonly isJson: boolean;
}

const OPTIONS = {
  to: { type: "string", multiple: true },
  from: { type: "string" },
  endpoint: { type: "string" },
  model: { type: "string" },
  "key-env": { type: "string" },
  formality: { type: "string" },
  out: { type: "string" },
  concurrency: { type: "string" },
  "front-matter-keys": { type: "string" },
  "link-translations": { type: "boolean" },
  "pin-anchors": { type: "boolean" },
  force: { type: "boolean" },
  "no-memory": { type: "boolean" },
  json: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** Understands the arguments. Throws a UsageError that says what is wrong with them. */
export function parseCommand(argv: readonly string[]): Command {
  refuseKeys(argv);
  const { values, positionals } = parse(argv);
  if (values.help || positionals[0] === "help") return { kind: "help" };
  const [name, ...files] = positionals;
  if (name === "clear-memory") return { kind: "clearMemory" };
  if (name !== "translate") {
    throw new UsageError(name === undefined ? "What shall be done? There is: translate." : `There is no "${name}".`);
  }
  if (files.length === 0) throw new UsageError("Which files? Name documents or folders.");
  const { endpoint, "key-env": keyEnv } = values;
  if (endpoint === undefined && keyEnv !== undefined) throw new UsageError("--key-env goes with --endpoint.");
  return {
    kind: "translate",
    options: {
      files,
      to: parseLanguages(values.to ?? []),
      from: values.from === undefined ? undefined : parseLanguage("--from", values.from),
      endpoint,
      model: require("--model", values.model),
      keyEnv,
      formality: parseFormality(values.formality ?? "auto"),
      out: parsePattern(values.out ?? DEFAULT_OUTPUT_PATTERN),
      concurrency: values.concurrency === undefined ? undefined : parseCount(values.concurrency),
      frontMatterKeys: values["front-matter-keys"] === undefined ? undefined : parseList(values["front-matter-keys"]),
      anchors: values["pin-anchors"] ? "pin" : "follow",
      linksTranslations: values["link-translations"] === true,
      isForced: values.force === true,
      hasMemory: values["no-memory"] !== true,
      isJson: values.json === true,
    },
  };
}

/** Other users of the computer see a program's arguments, and shells keep them. */
function refuseKeys(argv: readonly string[]): void {
  if (argv.some((one) => /^--?(?:api-?)?(?:key|token)(?:=|$)/iu.test(one)))
    throw new UsageError(
      "A key is never an argument: put it into an environment variable, and name that by --key-env.",
    );
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function require(option: string, value: string | undefined): string {
  if (value === undefined || value.trim() === "") throw new UsageError(`${option} is missing.`);
  return value;
}

function parseLanguages(values: readonly string[]): readonly Locale[] {
  const codes = values.flatMap(parseList);
  if (codes.length === 0) throw new UsageError("--to is missing: into which languages?");
  return [...new Set(codes.map((code) => parseLanguage("--to", code)))];
}

function parseLanguage(option: string, code: string): Locale {
  const found = findLanguage(code);
  if (!found) throw new UsageError(`${option} ${code}: that is none of the 24 official languages of the EU.`);
  return found.code;
}

function parseFormality(value: string): Formality {
  const found = FORMALITIES.find((formality) => formality === value);
  if (!found) throw new UsageError(`--formality takes ${FORMALITIES.join(", ")}.`);
  return found;
}

function parsePattern(pattern: string): string {
  const fault = findPatternFault(pattern);
  if (fault === "") throw new UsageError(`--out ${pattern}: that names a folder, and no file.`);
  if (fault !== undefined)
    throw new UsageError(`--out: there is no ${fault}; there are {dir}, {name}, {lang} and {ext}.`);
  return process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern;
}

function parseCount(value: string): number {
  if (!/^[1-9]\d{0,3}$/u.test(value)) throw new UsageError("--concurrency takes a number from 1 on.");
  return Number(value);
}

function parseList(value: string): readonly string[] {
  return value
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
