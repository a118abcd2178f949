import { findVisibleText, withoutVisibleText } from "../../../markdown/htmlTags.ts";
import type { IslandKind } from "../../../markdown/islands/island.ts";
import { hasProse } from "../../makeSegment.ts";
import type { Inner } from "./segmentCollector.ts";

/** Directives whose name is followed by a title; behind other names stand their arguments. */
const TITLED =
  /^(?:admonition|dropdown|tab|tab-item|card|grid-item-card|tip|note|info|warning|danger|caution|important|details|success|question|example|quote|bug|hint|abstract|failure|seealso|spoiler|collapse|error|attention|todo|summary)$/iu;

/** What people read of an island: the titles of admonitions and tabs, and some attributes of tags and shortcodes. */
export function findIslandProse(raw: string, at: number, kind: IslandKind): readonly Inner[] {
  switch (kind) {
    case "tag":
      return findAttributes(raw, at, "entity");
    case "template":
    case "attributes":
      return findAttributes(raw, at, "print");
    case "line":
      return [...findLineTitle(raw, at), ...(raw.startsWith(":") ? findAttributes(raw, at, "print") : [])];
    case "code":
      return findAttributes(/^\{[{%][\s\S]*?[%}]\}/u.exec(raw)?.[0] ?? "", at, "print");
    case "math":
    case "grid":
      return [];
    default:
      return kind satisfies never;
  }
}

export function findAttributes(raw: string, at: number, way: "entity" | "print"): readonly Inner[] {
  return findVisibleText(raw).map(({ start, end, mark }) => ({
    range: { start: at + start, end: at + end },
    kind: "attribute",
    quoted: { kind: "quoted", mark, way },
  }));
}

function findLineTitle(raw: string, at: number): readonly Inner[] {
  const title = titleOf(raw);
  if (!title || !hasProse(title.text)) return [];
  const start = at + title.start;
  const { text, mark } = title;
  return [
    {
      range: { start, end: start + text.length },
      kind: "admonitionTitle",
      quoted: { kind: "quoted", mark, way: mark === "]" ? "backslash" : "print" },
    },
  ];
}

/** A line of structure by what must stay of it. */
export function withoutTitle(raw: string): string {
  const title = titleOf(raw);
  const rest = title ? raw.slice(0, title.start) + raw.slice(title.start + title.text.length) : raw;
  return (raw.startsWith(":") ? withoutVisibleText(rest) : rest).trimEnd();
}

interface Title {
  readonly start: number;
  readonly text: string;
  readonly mark: '"' | "'" | "]";
}

function titleOf(raw: string): Title | undefined {
  return quotedTitle(raw) ?? bracketTitle(raw) ?? behindName(raw) ?? bareTitle(raw);
}

/** `!!! note "Title"`, `=== "Title"`. */
function quotedTitle(raw: string): Title | undefined {
  const found = /^(?:!!!|\?\?\?|===)[^"']*(["'])(.*)\1[ \t]*$/u.exec(raw);
  const [whole, mark, text] = found ?? [];
  if (whole === undefined || text === undefined) return undefined;
  return { start: whole.lastIndexOf(mark ?? "") - text.length, text, mark: mark === "'" ? "'" : '"' };
}

/** `:::tip[Title]`. */
function bracketTitle(raw: string): Title | undefined {
  const found = /^:{2,}[ \t]*[\w-]+\[((?:\\.|[^\]\\])*)\]/u.exec(raw);
  const [whole, text] = found ?? [];
  return whole === undefined || text === undefined
    ? undefined
    : { start: whole.length - 1 - text.length, text, mark: "]" };
}

/** `:::{admonition} Title` of MyST, with its options on the lines below, and `/// tip | Title` of Python-Markdown. */
function behindName(raw: string): Title | undefined {
  const found = /^(?::{3,}[ \t]*\{([\w-]+)\}|\/{3,}[ \t]*([\w-]+)[ \t]*\|)[ \t]*([^\r\n]*[^\s])/u.exec(raw);
  const [whole = "", ofMyst, ofBlocks, text] = found ?? [];
  if (text === undefined || !TITLED.test(ofMyst ?? ofBlocks ?? "")) return undefined;
  return { start: whole.length - text.length, text, mark: '"' };
}

/** `::: tip Title {.attributes}`. */
function bareTitle(raw: string): Title | undefined {
  const found = /^:{3,}[ \t]*([\w-]+)[ \t]+(?=[^\s{])(.*?)(?:[ \t]*\{[^{}]*\})?[ \t]*$/u.exec(raw);
  const [, name, text] = found ?? [];
  if (name === undefined || text === undefined || !TITLED.test(name)) return undefined;
  return { start: raw.indexOf(text, raw.indexOf(name) + name.length), text, mark: '"' };
}
