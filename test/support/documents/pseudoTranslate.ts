import type { MarkdownContext } from "../../../src/core/markdown/markdownContext.ts";
import { readMarkdown } from "../../../src/core/markdown/readMarkdown.ts";
import { findPlainLiterals } from "../../../src/core/writing/literals.ts";

/** Ways in which a translation that keeps every literal still strains the Markdown around it. */
export const HAZARDS = [
  "accents",
  "expansion",
  "noBlanks",
  "blanksInEmphasis",
  "gluedSuffixes",
  "reversedOrder",
  "germanQuotes",
  "frenchQuotes",
  "lineStarts",
  "typedMarks",
] as const;
export type Hazard = (typeof HAZARDS)[number];

/** The text as a model would give it back that changes words alone, and those as the hazard has it. */
export function pseudoTranslate(text: string, hazard: Hazard, context: MarkdownContext): string {
  const translate = TRANSLATE[hazard];
  if (hazard === "reversedOrder") return reverseOrder(text, context);
  const { literals, nodes } = readMarkdown(text, context);
  const marks = [...text.matchAll(/(?<!\\)(\*{1,3}|_{1,3}|~~)/gu)].map(({ 0: raw, index }) => ({
    start: index,
    end: index + raw.length,
  }));
  void nodes;
  const kept = [...literals, ...findPlainLiterals(text), ...marks].toSorted(
    (a, b) => a.start - b.start || b.end - a.end,
  );
  const pieces: string[] = [];
  let at = 0;
  for (const { start, end } of kept) {
    if (start < at) continue;
    pieces.push(translate(text.slice(at, start)), text.slice(start, end));
    at = end;
  }
  pieces.push(translate(text.slice(at)));
  return FINISH[hazard]?.(pieces.join("")) ?? pieces.join("");
}

const ACCENTS: Readonly<Record<string, string>> = { a: "á", e: "ë", i: "ï", o: "õ", u: "ű", c: "č", s: "š", n: "ñ" };
const WORD = /(?<![\p{L}\p{N}&#\\/.:@$%_-])\p{L}{3,}(?![\p{L}\p{N};:/@_-])/gu;

const accent = (prose: string) => prose.replace(/&#?\w+;|[aeioucsn]/gu, (found) => ACCENTS[found] ?? found);

const TRANSLATE: Readonly<Record<Hazard, (prose: string) => string>> = {
  accents: accent,
  expansion: (prose) => prose.replace(WORD, (word) => `${accent(word)} ${accent(word)}ista`),
  noBlanks: (prose) => accent(prose).replace(/(?<=\p{L}) (?=\p{L})/gu, ""),
  blanksInEmphasis: accent,
  gluedSuffixes: accent,
  reversedOrder: accent,
  germanQuotes: (prose) => prose.replace(WORD, (word) => `„${accent(word)}“`),
  frenchQuotes: (prose) => prose.replace(WORD, (word) => `« ${accent(word)} »`),
  lineStarts: (prose) => {
    let count = 0;
    return accent(prose).replace(/ (?=\p{L})/gu, () => {
      count += 1;
      return count % 4 === 0 ? ` ${STARTS[(count / 4) % STARTS.length]} ` : " ";
    });
  },
  typedMarks: (prose) => {
    let count = 0;
    return accent(prose).replace(/ (?=\p{L})/gu, () => {
      count += 1;
      return count % 5 === 0 ? ` ${TYPED[(count / 5) % TYPED.length]} ` : " ";
    });
  },
};

const STARTS = ["-", "1)", "+", "#", ">", "*", "2024.", "=", "|", "—"];
const TYPED = ["*", "_", "`", "<", "[sic]", "|", "~", "#", "a_b", "2*3*4", "\\", "!", "^", "&"];

const FINISH: Partial<Readonly<Record<Hazard, (text: string) => string>>> = {
  blanksInEmphasis: (text) =>
    text.replace(/(?<!\\|[*_~])(\*\*|__|~~|\*)(?=[^\s*_~])([^*_~\n]+?)(?<=\S)\1(?![*_~\p{L}])/gu, "$1 $2 $1"),
  gluedSuffixes: (text) => text.replace(/([\])`>*_])(?= )/gu, "$1-ista").replace(/(?<!\]|\()([\])`])$/u, "$1ista"),
  lineStarts: (text) => (/^\p{L}/u.test(text) ? `${STARTS[text.length % STARTS.length]} ${text}` : text),
};

/** Words before and behind the spans change places, as in languages whose verbs stand at the end. */
function reverseOrder(text: string, context: MarkdownContext): string {
  const { nodes } = readMarkdown(text, context);
  const paragraph = nodes.find(({ node }) => node.type === "paragraph");
  if (!paragraph || nodes.filter(({ depth }) => depth === 1).length > 1 || text.includes("\n")) return text;
  const parts = nodes
    .filter(({ depth }) => depth === 2)
    .map(({ node, start, end }) =>
      node.type === "text" ? accent(text.slice(start, end)).trim() : text.slice(start, end),
    );
  return parts.toReversed().filter(Boolean).join(" ");
}
