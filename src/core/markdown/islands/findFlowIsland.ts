import type { MarkdownDialect } from "../markdownContext.ts";
import { type FoundIsland, findTextIsland } from "./findTextIsland.ts";
import type { IslandKind } from "./island.ts";

/** The characters that a line which is an island can begin with. */
export const FLOW_ISLAND_STARTS = ":{<$\\[(r-/@%+ie";

interface Rule {
  readonly kind: IslandKind;
  readonly pattern: RegExp;
}

/** Names of tags and shortcodes that hold code, as the usual site generators and their themes have them. */
const HOLDS_CODE =
  "highlight|code(?:-?block|-toggle)?|comment|schema|javascript|stylesheet|style|script|raw_code|raw-?html|mermaid|plantuml|graphviz|goat|d2|diagram|markmap|math|katex|chart|json|ya?ml|toml|css|js|svg";

/** Each reaches to the end of its last line. */
const RULES: Readonly<Record<string, readonly Rule[]>> = {
  // Directives and containers of Docusaurus, VitePress, Starlight, MyST, Pandoc.
  ":": [
    // MyST has options below the name.
    {
      kind: "line",
      pattern: /:{3,}[ \t]*\{[^}\r\n]*\}[^\r\n]*(?:\r?\n[ \t]*:[\w-]+:(?:[ \t][^\r\n]*)?(?=[\r\n]|$))*/y,
    },
    { kind: "line", pattern: /:{3,}[^\r\n]*/y },
    { kind: "line", pattern: /::[\w-]+(?:\[[^\]\r\n]*\])?(?:\{[^}\r\n]*\})?[ \t]*(?=[\r\n]|$)/y },
  ],
  "{": [
    // What these hold is code.
    {
      kind: "code",
      pattern: new RegExp(
        String.raw`\{%-?\s*(${HOLDS_CODE})\b[\s\S]{0,20000}?\{%-?\s*end\1\s*-?%\}[ \t]*(?=[\r\n]|$)`,
        "y",
      ),
    },
    {
      kind: "code",
      pattern: new RegExp(
        String.raw`\{\{([<%])\s*(${HOLDS_CODE})\b(?:(?!\/?[>%]\}\})[\s\S]){0,1000}[>%]\}\}[\s\S]{0,20000}?\{\{\1\s*\/\s*\2\s*[>%]\}\}[ \t]*(?=[\r\n]|$)`,
        "y",
      ),
    },
    { kind: "attributes", pattern: /\{(?::[^{}\r\n]*|[ \t]*[#.][\w-][^{}\r\n]*)\}[ \t]*(?=[\r\n]|$)/y },
  ],
  $: [{ kind: "math", pattern: /\$\$(?!\$)(?:[^$]|\$(?!\$)){1,20000}?\$\$[ \t]*(?=[\r\n]|$)/y }],
  "\\": [
    { kind: "math", pattern: /\\begin\{(\w+\*?)\}[\s\S]{0,20000}?\\end\{\1\}[ \t]*(?=[\r\n]|$)/y },
    { kind: "math", pattern: /\\\[[ \t]*[\r\n][\s\S]{0,20000}?\\\][ \t]*(?=[\r\n]|$)/y },
    { kind: "line", pattern: /\\(?:newpage|pagebreak|clearpage)[ \t]*(?=[\r\n]|$)/y },
  ],
  "[": [{ kind: "line", pattern: /\[(?:TOC|\[_?toc_?\])\][ \t]*(?=[\r\n]|$)/iy }],
  // What MyST refers to.
  "(": [{ kind: "line", pattern: /\([\w.:-]+\)=[ \t]*(?=[\r\n]|$)/y }],
  // The ids of rules in the Rust reference.
  r: [{ kind: "line", pattern: /r\[[\w.:-]+\][ \t]*(?=[\r\n]|$)/y }],
  // Snippets of pymdownx, its blocks, and the snippets of VitePress and VuePress.
  "-": [{ kind: "line", pattern: /-{1,}8<-{1,}[^\r\n]*/y }],
  "/": [{ kind: "line", pattern: /\/{3,}(?:[ \t][^\r\n]*)?(?=[\r\n]|$)/y }],
  "<": [{ kind: "line", pattern: /<<<[ \t]+\S[^\r\n]*/y }],
  "@": [{ kind: "line", pattern: /@(?:\[[^\]\r\n]*\]\([^)\r\n]*\)|include:[^\r\n]*)[ \t]*(?=[\r\n]|$)/y }],
  "%": [{ kind: "line", pattern: /%%%[^\r\n]*/y }],
  // Of Pandoc: its cells are set by the column.
  "+": [{ kind: "grid", pattern: /\+(?:[-=:]{3,}\+)+[ \t]*(?:\r?\n[ \t]*[|+][^\r\n]*){2,}/y }],
};

/** The island of whole lines that begins at `at`, behind what indents the line. */
export function findFlowIsland(text: string, at: number, dialect: MarkdownDialect): FoundIsland | undefined {
  for (const { kind, pattern } of RULES[text[at] ?? ""] ?? []) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return { kind, end: at + found[0].length };
  }
  return findTagLine(text, at, dialect);
}

/** A line of nothing but template tags; in MDX, of nothing but tags and expressions. */
function findTagLine(text: string, at: number, dialect: MarkdownDialect): FoundIsland | undefined {
  const isMdx = dialect === "mdx";
  let end = at;
  let kind: IslandKind | undefined;
  for (;;) {
    while (text[end] === " " || text[end] === "\t") end += 1;
    if (end >= text.length || text[end] === "\n" || text[end] === "\r") break;
    const island = text[end] === "{" || text[end] === "<" ? findTextIsland(text, end, dialect) : undefined;
    if (!island || (!isMdx && island.kind !== "template")) return undefined;
    kind ??= island.kind;
    end = island.end;
  }
  return kind && { kind, end };
}

const IMPORT =
  /import\s+(?:type\s+)?(?:[\w$*{][^\n;]*?\bfrom\s*)?["'{*]|import\s*["'{]|import\s+[\w$]+\s*,?\s*(?:\{|from)/y;
const EXPORT = /export\s+(?:default|const|let|var|function|async|class|type|interface|\{|\*)/y;

/** The imports and exports of MDX: up to the first blank line that stands in no bracket. */
export function findModuleCode(text: string, at: number): FoundIsland | undefined {
  if (![IMPORT, EXPORT].some((pattern) => isAt(pattern, text, at))) return undefined;
  let depth = 0;
  let end = at;
  for (;;) {
    const lineEnd = endOfLine(text, end);
    const line = text.slice(end, lineEnd);
    if (line.trim() === "" && depth <= 0) break;
    for (const bracket of line.replace(/"[^"]*"|'[^']*'|`[^`]*`|\/\/.*/gu, "").match(/[()[\]{}]/gu) ?? []) {
      depth += "([{".includes(bracket) ? 1 : -1;
    }
    if (lineEnd >= text.length) return { kind: "code", end: text.length };
    end = text.startsWith("\r\n", lineEnd) ? lineEnd + 2 : lineEnd + 1;
  }
  return { kind: "code", end: at + text.slice(at, end).trimEnd().length };
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function endOfLine(text: string, at: number): number {
  const end = /\r|\n/gu;
  end.lastIndex = at;
  return end.exec(text)?.index ?? text.length;
}
