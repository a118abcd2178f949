import type { LanguageCode } from "../../languages.ts";
import { proseOf } from "../literals.ts";
import { ADDRESS_FORMS, type AddressForms } from "./addressForms.ts";

/** The words of a text that address its reader, in the order in which they stand, each once. */
export interface FoundAddress {
  readonly formal: readonly string[];
  readonly informal: readonly string[];
}

const NONE: FoundAddress = { formal: [], informal: [] };

/** Finds by which words a text addresses its reader: in its own prose, without code and without what it quotes. */
export function findAddress(text: string, language: LanguageCode): FoundAddress {
  const patterns = PATTERNS[language];
  if (!patterns) return NONE;
  const prose = withoutQuotations(proseOf(withoutFences(text)));
  const { formal, capitals, informal, endings } = patterns;
  return {
    formal: [...new Set([...find(prose, formal), ...find(prose, capitals)])],
    informal: [...new Set([...find(prose, informal), ...find(prose, endings)])],
  };
}

interface Patterns {
  readonly formal: RegExp | undefined;
  readonly capitals: RegExp | undefined;
  readonly informal: RegExp | undefined;
  readonly endings: RegExp | undefined;
}

const BEFORE = "(?<![\\p{L}\\p{M}\\p{N}_.@/])";
const AFTER = "(?![\\p{L}\\p{M}\\p{N}_@/]|\\.\\p{L})";
/** Behind a small letter, a number or a comma no sentence begins, and a capital is meant. */
const WITHIN = "(?<=[\\p{Ll}\\p{N}),;] )";

const PATTERNS: Partial<Readonly<Record<LanguageCode, Patterns>>> = Object.fromEntries(
  Object.entries(ADDRESS_FORMS).map(([language, forms]) => [language, patternsOf(forms)]),
);

function patternsOf({ formal, formalCapitals, informal, informalEndings }: AddressForms): Patterns {
  const [endings, except] = informalEndings ?? [];
  return {
    formal: formal === undefined ? undefined : new RegExp(`${BEFORE}(?:${formal})${AFTER}`, "giu"),
    capitals: formalCapitals === undefined ? undefined : new RegExp(`${WITHIN}(?:${formalCapitals})${AFTER}`, "gu"),
    informal: new RegExp(`${BEFORE}(?:${informal})${AFTER}`, "giu"),
    endings:
      endings === undefined
        ? undefined
        : new RegExp(`${BEFORE}(?!(?:${except})${AFTER})\\p{Ll}{2,}(?:${endings})${AFTER}`, "gu"),
  };
}

/** A word in capitals is an abbreviation (TE, OS) or in a text that shouts, where nothing can be told. */
function find(prose: string, pattern: RegExp | undefined): readonly string[] {
  if (!pattern) return [];
  return (prose.match(pattern) ?? []).filter((word) => word.length === 1 || word !== word.toUpperCase());
}

/** By lines: a regular expression that looks for the closing fence takes minutes for a long row of tildes. */
function withoutFences(text: string): string {
  if (!/^ {0,3}(?:```|~~~)/mu.test(text)) return text;
  let open = "";
  const lines = text.split("\n").map((line) => {
    const fence = /^ {0,3}(`{3,}|~{3,})/u.exec(line)?.[1] ?? "";
    const isInside = open !== "" || fence !== "";
    if (open === "") open = fence;
    else if (fence.startsWith(open)) open = "";
    return isInside ? "" : line;
  });
  return lines.join("\n");
}

/** Somebody who is quoted may speak in another way than the text. */
function withoutQuotations(prose: string): string {
  return prose.replace(
    /„[^„“”"\n]{1,400}[“”"]|“[^“”\n]{1,400}”|«[^«»\n]{1,400}»|»[^«»\n]{1,400}[«»]|”[^”\n]{1,400}”|"[^"\n]{1,400}"/gu,
    " ",
  );
}
