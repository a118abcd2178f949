import { findHtmlTags, withoutVisibleText } from "./htmlTags.ts";
import type { IslandKind } from "./islands/island.ts";
import type { PlacedNode } from "./placedNode.ts";

/**
 * What a translation must not touch. `link` and `image`: the `(url "title")` behind the text. `address`: an autolink or
 * a bare URL. `label`: the `[label]` behind a text. `shortcut`: a text that is its own label, `[text]` or `[text][]`.
 * `mark`: a footnote's `[^1]` or an alert's `[!NOTE]`.
 */
export type LiteralKind =
  | "code"
  | "fence"
  | "link"
  | "image"
  | "address"
  | "definition"
  | "label"
  | "shortcut"
  | "mark"
  | "html";

/** UTF-16 offsets. */
export interface Literal {
  readonly kind: LiteralKind;
  readonly start: number;
  readonly end: number;
  /** The code, the URL, the label or the tag. */
  readonly value: string;
  /** With all that belongs to it: a link's title, a fence's language. */
  readonly key: string;
}

/** The literals of a text, in order, none inside another. */
export function collectLiterals(text: string, nodes: readonly PlacedNode[]): readonly Literal[] {
  const kept: Literal[] = [];
  for (const literal of nodes.flatMap((placed) => literalsOf(text, placed)).toSorted((a, b) => a.start - b.start)) {
    if (literal.start >= (kept.at(-1)?.end ?? 0)) kept.push(literal);
  }
  return joinCodeElements(text, kept);
}

/** How many tags and other literals an element of code may hold. */
const MOST_IN_CODE = 12;

/** What stands in an element of code is code, as what stands between backticks. Names of keys are translated (Ctrl, Strg). */
function joinCodeElements(text: string, literals: readonly Literal[]): readonly Literal[] {
  const joined: Literal[] = [];
  for (let index = 0; index < literals.length; index += 1) {
    const literal = literals[index];
    if (!literal) continue;
    const name =
      literal.kind === "html" ? /^<(code|samp|var|tt)\b[^>]*(?<!\/)>$/iu.exec(literal.value)?.[1] : undefined;
    const rest = name === undefined ? [] : literals.slice(index, index + MOST_IN_CODE);
    const last = rest.findIndex(({ value }) => value.toLowerCase() === `</${name?.toLowerCase()}>`);
    const closing = rest[last];
    if (!closing) {
      joined.push(literal);
      continue;
    }
    const value = text.slice(literal.start, closing.end).replace(/\s+/gu, " ");
    joined.push({ kind: "html", start: literal.start, end: closing.end, value, key: value });
    index += last;
  }
  return joined;
}

function literalsOf(text: string, { node, start, end, tail }: PlacedNode): readonly Literal[] {
  switch (node.type) {
    case "inlineCode":
      // A line break within code is a blank, wherever the lines are broken.
      return literal("code", { start, end }, [node.value.replace(/\r\n?|\n/gu, " ")]);
    case "code":
      return literal("fence", { start, end }, [node.value, node.lang, node.meta]);
    case "image":
      return literal("image", { start: tail ?? end, end }, [node.url, node.title]);
    case "link":
      if (tail === undefined) return address(text, { start, end }, node.url);
      return literal("link", { start: tail, end }, [node.url, node.title]);
    case "definition":
      return literal("definition", { start, end }, [node.url, node.title, node.identifier]);
    case "linkReference":
    case "imageReference":
      if (node.referenceType !== "full") return literal("shortcut", { start, end }, [`[${node.identifier}]`]);
      return literal("label", { start: tail ?? end, end }, [`[${node.identifier}]`]);
    case "footnoteReference":
      return literal("mark", { start, end }, [`[^${node.identifier}]`]);
    case "footnoteDefinition":
      return literal("mark", { start, end: text.indexOf("]:", start) + 2 }, [`[^${node.identifier}]:`]);
    case "html":
      return findHtmlTags(text.slice(start, end)).flatMap((tag) =>
        literal("html", { start: start + tag.start, end: start + tag.start + tag.raw.length }, [tag.value]),
      );
    case "island":
      return literal("html", { start, end }, [
        HAS_ATTRIBUTES.includes(node.kind) ? withoutVisibleText(node.value) : node.value.replace(/\s+/gu, " "),
      ]);
    case "text":
      return loneLabels(text, { start, end });
    default:
      return [];
  }
}

/** Kinds of islands with attributes that are read by people. */
const HAS_ATTRIBUTES: readonly IslandKind[] = ["tag", "template", "attributes"];

interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

function literal(
  kind: LiteralKind,
  { start, end }: OffsetRange,
  parts: readonly [string, ...(string | null | undefined)[]],
): readonly Literal[] {
  return [{ kind, start, end, value: parts[0], key: parts.join("\n") }];
}

/** GFM knows the quotes of English alone, and takes the others for a part of the address. */
function address(text: string, { start, end }: OffsetRange, url: string): readonly Literal[] {
  const quote = /[«»‹›“”„‘’‚…]/u;
  const at = text[start] === "<" ? -1 : text.slice(start, end).search(quote);
  if (at < 0) return literal("address", { start, end }, [url]);
  return literal("address", { start, end: start + at }, [url.slice(0, url.search(quote))]);
}

/** A label whose definition stands in another part of the document is plain text to the parser. */
const LONE_LABEL = /(?<!\\)(?<mark>\[\^[^\]\s[]+\]|\[![A-Z]+\])|(?<=\])\[[^[\]\\^!][^[\]\\]*\]/gu;

function loneLabels(text: string, { start, end }: OffsetRange): readonly Literal[] {
  return [...text.slice(start, end).matchAll(LONE_LABEL)].flatMap(({ 0: raw, index, groups }) => {
    const range = { start: start + index, end: start + index + raw.length };
    return literal(groups?.mark ? "mark" : "label", range, [raw.toLowerCase()]);
  });
}
