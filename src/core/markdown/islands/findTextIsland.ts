import type { MarkdownDialect } from "../markdownContext.ts";
import type { IslandKind } from "./island.ts";
import { scanBraces, scanTag } from "./scanTag.ts";

export interface FoundIsland {
  readonly kind: IslandKind;
  /** UTF-16 offset. */
  readonly end: number;
}

/** The characters an island within a line can begin with. */
export const TEXT_ISLAND_STARTS = "{$<:[!@^+%\\";

interface Rule {
  readonly kind: IslandKind;
  readonly pattern: RegExp;
  readonly dialect?: MarkdownDialect;
}

/** Liquid, Jinja, Nunjucks, Twig, Hugo, mdBook, Vue; in MDX a brace is an expression before all. */
const TEMPLATES: readonly Rule[] = [
  { kind: "template", pattern: /\{\{[\s\S]{0,2000}?\}\}\}?/y },
  { kind: "template", pattern: /\{%[\s\S]{0,2000}?%\}/y },
  { kind: "template", pattern: /\{#(?![\w-]+[\s}])[^{}]{0,2000}?#\}/y },
];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
  "{": [
    ...TEMPLATES,
    // A comment of MDX, which sites have in files that are called .md as well: React's, Docusaurus's.
    { kind: "code", pattern: /\{\/\*[^\n]{0,2000}?\*\/\}/y },
    // Files that are put in, by Markdown-Include and mdx-include.
    { kind: "template", pattern: /\{!(?=\S)[^{}\n]{1,300}!\}/y },
    { kind: "template", pattern: /\{\*[ \t]*[^\s{}]*[./][^{}\n]{0,300}\*\}/y },
    // kramdown, markdown-it-attrs, Python-Markdown, Pandoc.
    { kind: "attributes", pattern: /\{(?::[^{}\n]*|[ \t]*(?:[#.][\w-]|[\w-]+=)[^{}\n]*)\}/y },
  ],
  $: [
    { kind: "math", pattern: /\$\$(?!\$)[^$]{1,4000}?\$\$/y },
    // As Pandoc has it: no blank on the inner side of a dollar, and no digit behind the closing one.
    { kind: "math", pattern: /\$(?![\s$\d])(?:\\[^\n]|[^$\\\n]|\n(?!\s*\n)){0,1000}?(?<![\s\\])\$(?![\p{L}\p{N}_])/uy },
    { kind: "math", pattern: /\$\d[^$\n\p{L}]{0,200}?[\\^_=][^$\n]{0,200}?(?<![\s\\])\$(?![\p{L}\p{N}_])/uy },
  ],
  "\\": [{ kind: "math", pattern: /\\\((?=[^\n]*?[\\^_=])(?:(?!\\\))[^\n]){1,1000}\\\)/y }],
  // Shortcodes of emoji and icons; the name of a directive, whose text in brackets is prose.
  ":": [{ kind: "template", pattern: /:(?:[a-z0-9_+-]*[a-z][a-z0-9_+-]*:(?![\p{L}\p{N}_])|[a-z][\w-]*(?=\[))/uy }],
  "[": [{ kind: "template", pattern: /\[\[[^[\]\n]{1,200}\]\]/y }],
  // What a wiki embeds, and the name of a block there.
  "!": [{ kind: "template", pattern: /!\[\[[^[\]\n]{1,200}\]\]/y }],
  "^": [{ kind: "attributes", pattern: /(?<=\s)\^[A-Za-z0-9][A-Za-z0-9-]*(?=[ \t]*(?:[\r\n]|$))/y }],
  // Mentions, packages, decorators; citations and cross-references as Pandoc and Quarto have them.
  "@": [
    {
      kind: "template",
      pattern: /(?<![\p{L}\p{N}_@.+/-])@[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_:.#$%&+?~/-]*[\p{L}\p{N}_])?/uy,
    },
  ],
  "+": [{ kind: "template", pattern: /\+\+[a-z0-9"][\w"+ -]{0,60}?\+\+/y }],
  // MkDocs' variables, and the comments of Obsidian.
  "%": [{ kind: "template", pattern: /%%(?:\{[^\n]{0,200}?\}|[ \t\p{L}](?:[^%\n]|%(?!%)){0,1000}?)%%/uy }],
};

/** The island within a line that begins at `at`. */
export function findTextIsland(text: string, at: number, dialect: MarkdownDialect): FoundIsland | undefined {
  const first = text[at] ?? "";
  if (first === "<") return findTag(text, at, dialect);
  if (first === ":" && /[\p{L}\p{N}_:]/u.test(text[at - 1] ?? "")) return undefined;
  if (first === "[" && (text[at - 1] === "[" || text[at - 1] === "]")) return undefined;
  for (const { kind, pattern } of RULES[first] ?? []) {
    if (dialect === "mdx" && first === "{") break;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { kind, end: at + found[0].length };
  }
  const end = dialect === "mdx" && first === "{" ? scanBraces(text, at) : undefined;
  return end === undefined ? undefined : { kind: "code", end };
}

/** What CommonMark knows as a tag; in Markdown that stays HTML. */
const HTML_TAG =
  /<(?:\/[A-Za-z][\w-]*\s*|[A-Za-z][\w-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?)*\s*\/?)>/y;
/** Attributes of Vue and Angular, and expressions. */
const COMPONENT = /\s(?:[@#*([][\w.:([-]+|[\w.:@#-]+=\{)/u;

function findTag(text: string, at: number, dialect: MarkdownDialect): FoundIsland | undefined {
  if (text.startsWith("<%", at)) {
    const end = text.indexOf("%>", at);
    return end < 0 || end - at > 2000 ? undefined : { kind: "template", end: end + 2 };
  }
  const end = scanTag(text, at);
  if (end === undefined) return undefined;
  if (dialect === "mdx") return { kind: "tag", end };
  HTML_TAG.lastIndex = at;
  return !HTML_TAG.test(text) && COMPONENT.test(text.slice(at, end)) ? { kind: "tag", end } : undefined;
}
