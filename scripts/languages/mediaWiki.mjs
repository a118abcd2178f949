import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { spellInLatin } from "./latinSpellings.mjs";
import { debianPackage } from "./textCache.mjs";

/**
 * The messages of MediaWiki in a language, without markup: people's translations, in all of our languages. Of `el-Latn`
 * and `bg-Latn` they are spelled in Latin letters.
 */
export async function readMediaWiki(code) {
  const [language, script] = code.split("-");
  if (script !== "Latn") return await readMessages(code);
  return (await readMessages(language)).flatMap((text) => spellInLatin(text, language));
}

async function readMessages(code) {
  const folder = await debianPackage("mediawiki");
  if (!folder) throw new Error("The package mediawiki can't be had: this needs Debian's apt-get.");
  const root = path.join(folder, "usr/share/mediawiki");
  const names = (await readdir(root, { recursive: true })).map(String);
  const messages = new Set();
  for (const name of names.filter((one) => /i18n\//.test(one) && path.basename(one) === `${code}.json`)) {
    const entries = Object.entries(JSON.parse(await readFile(path.join(root, name), "utf8")));
    for (const [key, text] of entries) {
      if (!key.startsWith("@") && typeof text === "string") messages.add(withoutMarkup(text));
    }
  }
  return [...messages].filter((text) => text.length >= 12);
}

function withoutMarkup(text) {
  return text
    .replace(/<(code|pre|syntaxhighlight|script|style)\b[\s\S]*?<\/\1>|<[^>]*>|https?:\S+/gi, " ")
    .replace(/\[\[[^\]|]*\|([^\]]*)\]\]|\[(?:https?:)?\/\/\S+\s?([^\]]*)\]/g, "$1$2")
    .replace(/\[\[[^\]]*\]\]/g, " ")
    .replace(/\{\{(?:PLURAL|GENDER|GRAMMAR):[^|{}]*\|([^|{}]*)[^{}]*\}\}/gi, "$1")
    .replace(/\{\{[^{}]*\}\}|\$\w+|'{2,}|&\w+;|[=*#:|{}]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
