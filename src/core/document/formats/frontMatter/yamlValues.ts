import { type Document, isMap, isPair, isScalar, type Node, parseDocument, visit } from "yaml";
import type { OffsetRange } from "../../../trackRange.ts";
import { writeYaml, type YamlForm } from "../../forms/yamlForm.ts";
import { hasProse } from "../../makeSegment.ts";

/** A string that is translated, and how it is written. */
export interface FrontMatterValue {
  /** With its quotes. UTF-16 offsets in the front matter. */
  readonly range: OffsetRange;
  readonly text: string;
  /** `undefined` for a block of lines, which goes through as lines. */
  readonly form: YamlForm | undefined;
}

/** Carriage returns end lines in YAML (1.2.2, section 5.4), and the parser knows them before line feeds alone. */
function withLineFeeds(yaml: string): string {
  return yaml.replace(/\r(?!\n)/gu, "\n");
}

function readYaml(yaml: string): Document.Parsed {
  return parseDocument(withLineFeeds(yaml), { keepSourceTokens: true, logLevel: "silent" });
}

/** The strings of the chosen keys, at any depth; none where the front matter can't be read. */
export function findYamlValues(yaml: string, keys: ReadonlySet<string>): readonly FrontMatterValue[] {
  const document = readYaml(yaml);
  if (document.errors.length > 0 || !isMap(document.contents)) return [];
  const values: FrontMatterValue[] = [];
  visit(document, {
    Pair: (_, pair, path) => {
      const name = isScalar(pair.key) ? pair.key.value : undefined;
      const isInFlow = path.some((node) => "flow" in node && node.flow === true);
      if (typeof name === "string" && keys.has(name))
        values.push(...valuesOf(withLineFeeds(yaml), pair.value, isInFlow));
    },
  });
  return values;
}

/** The first line that can't be read; what isn't closed is missed in the last one. */
export function findYamlFault(yaml: string): OffsetRange | undefined {
  const [first] = readYaml(yaml).errors;
  if (!first) return undefined;
  const body = withLineFeeds(yaml).trimEnd();
  const at = Math.min(first.pos[0], body.length);
  const start = body.lastIndexOf("\n", at - 1) + 1;
  const end = body.indexOf("\n", at);
  return { start, end: end < 0 ? body.length : end };
}

/** What must stay: everything but the strings of the chosen keys, of which the kind stays. */
export function yamlSkeleton(yaml: string, keys: ReadonlySet<string>): string | undefined {
  const document = readYaml(yaml);
  if (document.errors.length > 0) return undefined;
  const hide = (node: unknown): void => {
    if (isScalar(node) && typeof node.value === "string") node.value = "…";
  };
  visit(document, {
    Pair: (_, pair) => {
      const name = isScalar(pair.key) ? pair.key.value : undefined;
      if (typeof name === "string" && keys.has(name)) hide(pair.value);
    },
  });
  return JSON.stringify(document.toJS({ maxAliasCount: 100 }));
}

const STYLES = { PLAIN: "plain", QUOTE_SINGLE: "single", QUOTE_DOUBLE: "double" } as const;

function valuesOf(yaml: string, node: unknown, isInFlow: boolean): readonly FrontMatterValue[] {
  if (isPair(node) || !isScalar(node) || typeof node.value !== "string" || !hasProse(node.value)) return [];
  const [start, end] = (node as Node).range ?? [];
  if (start === undefined || end === undefined || node.anchor !== undefined || node.tag !== undefined) return [];
  if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") return blockValues(yaml, start, end);
  const style =
    node.type === "PLAIN" || node.type === "QUOTE_SINGLE" || node.type === "QUOTE_DOUBLE"
      ? STYLES[node.type]
      : undefined;
  if (!style) return [];
  const form = { kind: "yaml", style, isInFlow } as const;
  const range = { start, end };
  // What comes out otherwise than it was, such as an escape or a value on several lines, is left alone.
  return writeYaml(form, node.value) === yaml.slice(start, end)
    ? [{ range, text: node.value, form }]
    : lineValue(yaml, range);
}

/** A value in quotes or plain on several lines: what is between the quotes, as lines. */
function lineValue(yaml: string, { start, end }: OffsetRange): readonly FrontMatterValue[] {
  const raw = yaml.slice(start, end);
  if (/\\/u.test(raw) || /(?:\r?\n[ \t]*){2}/u.test(raw)) return [];
  const quote = /^["']/u.test(raw) ? 1 : 0;
  const range = { start: start + quote, end: end - quote };
  return [{ range, text: yaml.slice(range.start, range.end), form: undefined }];
}

/** The paragraphs of a block of lines, behind its header. */
function blockValues(yaml: string, start: number, end: number): readonly FrontMatterValue[] {
  const raw = yaml.slice(start, end);
  const header = /^[^\n]*\n/u.exec(raw)?.[0].length ?? raw.length;
  return [...raw.slice(header).matchAll(/\S[^\n]*(?:\n(?![ \t]*(?:\n|$))[^\n]*)*/gu)].map(({ 0: found, index }) => {
    const from = start + header + index;
    const range = { start: from, end: from + found.trimEnd().length };
    return { range, text: yaml.slice(range.start, range.end), form: undefined };
  });
}
