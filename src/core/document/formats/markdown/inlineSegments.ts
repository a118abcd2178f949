import type { PlacedNode } from "../../../markdown/placedNode.ts";
import type { OffsetRange } from "../../../trackRange.ts";
import { hasProse } from "../../makeSegment.ts";
import type { SegmentKind } from "../../segment.ts";
import { cutAtSentences } from "../cutAtSentences.ts";
import { trimRange } from "../trimRange.ts";
import { findAttributes, findIslandProse } from "./islandProse.ts";
import type { Inner, SegmentCollector } from "./segmentCollector.ts";

/** A paragraph, a heading or a cell, and what is in it, parents before their children. */
export interface InlineBlock {
  readonly block: PlacedNode;
  readonly inside: readonly PlacedNode[];
  readonly kind: SegmentKind;
  readonly quoteDepth: number;
}

/**
 * The segments of a block of inline Markdown: one for each stretch between line breaks that are kept, without what is
 * structure at its ends. Where pictures are all there is, one for each picture's text.
 */
export function addInlineSegments(collector: SegmentCollector, block: InlineBlock): void {
  for (const group of splitAtBreaks(block)) {
    const trimmed = trimGroup(collector.source, group);
    const parts = splitAlert(collector.source, trimmed, block).flatMap((part) => cutPart(collector, block, part));
    const innerIn = (start: number, end: number) => {
      const outside = block.inside.filter((placed) => placed.start >= start && placed.end <= end);
      for (const one of outside.flatMap((placed) => innerOf(collector.source, placed))) collector.addInner(one);
    };
    innerIn(group.range.start, trimmed.start);
    for (const part of parts) addPart(collector, block, part);
    innerIn(trimmed.end, group.range.end);
  }
}

/** What is too long for a model is several segments. */
function cutPart(
  { source, mostTokens }: SegmentCollector,
  { block, inside, quoteDepth }: InlineBlock,
  part: OffsetRange,
): readonly OffsetRange[] {
  if (mostTokens === undefined || part.end - part.start <= mostTokens) return [part];
  const nodes = inside.filter(({ node, depth }) => depth === block.depth + 1 && node.type !== "text");
  const whole = [...nodes, ...pairTags(source, nodes)];
  const cut = cutAtSentences(source, part, { mostTokens, whole });
  return cut.length === 1 ? cut : cut.map((one) => trimRange(source, one, quoteDepth));
}

/** From the beginning of each tag to the end of the one that closes it. */
function pairTags(source: string, nodes: readonly PlacedNode[]): readonly OffsetRange[] {
  const open: { readonly name: string; readonly start: number }[] = [];
  return nodes.flatMap((placed) => {
    const tag = tagName(source, placed);
    if (tag && !tag.isEnd) open.push({ name: tag.name, start: placed.start });
    const at = tag?.isEnd ? open.findLastIndex(({ name }) => name === tag.name) : -1;
    return open
      .splice(at < 0 ? open.length : at)
      .map(({ start }) => ({ start, end: placed.end }))
      .slice(0, 1);
  });
}

function addPart(collector: SegmentCollector, { inside, kind, quoteDepth }: InlineBlock, range: OffsetRange): void {
  const nodes = inside.filter(({ start, end }) => start < range.end && end > range.start);
  const inner = nodes.flatMap((placed) => innerOf(collector.source, placed)).toSorted(byStart);
  if (hasWords(collector.source, nodes, range)) {
    const hardBreaks = nodes.filter(({ node }) => node.type === "break").map(({ start }) => start);
    collector.add({ range, kind, quoteDepth, hardBreaks }, inner);
    return;
  }
  const alts = nodes.flatMap((placed) => altOf(collector.source, placed));
  for (const one of [...alts, ...inner].toSorted(byStart)) {
    if ("quoted" in one) collector.addInner(one);
    else collector.add({ ...one, quoteDepth });
  }
}

/** A picture in a link has its title before the link's. */
function byStart(one: { readonly range: OffsetRange }, other: { readonly range: OffsetRange }): number {
  return one.range.start - other.range.start;
}

interface Group {
  readonly range: OffsetRange;
  readonly nodes: readonly PlacedNode[];
}

function splitAtBreaks({ block, inside }: InlineBlock): readonly Group[] {
  const groups: PlacedNode[][] = [[]];
  for (const placed of inside) {
    if (placed.depth !== block.depth + 1) continue;
    if (placed.node.type === "break") groups.push([]);
    else groups.at(-1)?.push(placed);
  }
  return groups.flatMap((nodes) => {
    const first = nodes[0];
    const last = nodes.at(-1);
    return first && last ? [{ nodes, range: { start: first.start, end: last.end } }] : [];
  });
}

/** Takes comments, attribute lists, breaks, and a tag that encloses all of it, off the ends. */
function trimGroup(source: string, { nodes, range }: Group): OffsetRange {
  let [first, last] = [0, nodes.length - 1];
  const isBlank = (index: number) => {
    const placed = nodes[index];
    return placed?.node.type === "text" && source.slice(placed.start, placed.end).trim() === "";
  };
  while (first < last && (isStructure(source, nodes[first]) || isBlank(first))) first += 1;
  while (last > first && (isStructure(source, nodes[last]) || isBlank(last))) last -= 1;
  while (last - first >= 2 && encloses(source, nodes.slice(first, last + 1))) {
    first += 1;
    last -= 1;
  }
  return { start: nodes[first]?.start ?? range.start, end: nodes[last]?.end ?? range.end };
}

function isStructure(source: string, placed: PlacedNode | undefined): boolean {
  if (!placed) return false;
  const { node, start, end } = placed;
  if (node.type === "island")
    return node.kind === "attributes" || (node.kind === "code" && node.value.startsWith("{/*"));
  return node.type === "html" && /^<(?:!--|br\b)/iu.test(source.slice(start, end));
}

function tagName(
  source: string,
  placed: PlacedNode | undefined,
): { readonly name: string; readonly isEnd: boolean } | undefined {
  if (placed?.node.type !== "html" && placed?.node.type !== "island") return undefined;
  const found = /^<(\/?)([A-Za-z][\w.:-]*)(?:[\s\S]*[^/])?>$/u.exec(source.slice(placed.start, placed.end));
  return found?.[2] === undefined ? undefined : { name: found[2], isEnd: found[1] === "/" };
}

function encloses(source: string, nodes: readonly PlacedNode[]): boolean {
  const names = nodes.map((placed) => tagName(source, placed));
  const [open, close] = [names[0], names.at(-1)];
  if (!open || !close || open.isEnd || !close.isEnd || open.name !== close.name) return false;
  return (
    !/^(?:code|kbd|samp|var|pre|tt)$/iu.test(open.name) && names.filter((tag) => tag?.name === open.name).length === 2
  );
}

/** `[!NOTE]`, with a title on its line or none, begins an alert; what follows on other lines is its text. */
function splitAlert(source: string, range: OffsetRange, { quoteDepth }: InlineBlock): readonly OffsetRange[] {
  const whole = trimRange(source, range, quoteDepth);
  const raw = source.slice(whole.start, whole.end);
  const mark = quoteDepth > 0 ? /^\[![A-Za-z]+\][+-]?[ \t]*/u.exec(raw)?.[0] : undefined;
  if (mark === undefined) return [whole];
  const lineEnd = raw.search(/\r|\n/u);
  const split = whole.start + (lineEnd < 0 ? raw.length : lineEnd);
  return [
    { start: whole.start + mark.length, end: split },
    { start: split, end: whole.end },
  ]
    .map((part) => trimRange(source, part, quoteDepth))
    .filter(({ start, end }) => end > start);
}

/** Whether there are words besides those in pictures, addresses and code. */
function hasWords(source: string, nodes: readonly PlacedNode[], range: OffsetRange): boolean {
  return nodes.some(({ node, parent, start, end }) => {
    if (node.type === "linkReference" && node.referenceType !== "full") return hasProse(source.slice(start, end));
    if (node.type !== "text" || isAddress(source, { node, parent, start })) return false;
    return hasProse(
      source.slice(Math.max(start, range.start), Math.min(end, range.end)).replace(/&#?\w+;|\[\^[^\]]+\]/gu, ""),
    );
  });
}

/** An address is its own text, with no bracket before it. */
function isAddress(source: string, { node, parent, start }: Pick<PlacedNode, "node" | "parent" | "start">): boolean {
  if (parent?.type !== "link") return false;
  const before = (node.position?.start.offset ?? 0) - (parent.position?.start.offset ?? 0);
  return source[start - before] !== "[";
}

function innerOf(source: string, { node, start, end, title }: PlacedNode): readonly Inner[] {
  if (title) return titleOf(source, title);
  if (node.type === "html") return findAttributes(source.slice(start, end), start, "entity");
  return node.type === "island" ? findIslandProse(source.slice(start, end), start, node.kind) : [];
}

/** What stands between the marks of a title, if there are words in it. */
export function titleOf(source: string, { start, end }: OffsetRange): readonly Inner[] {
  const closing = source[end - 1];
  const range = { start: start + 1, end: end - 1 };
  if ((closing !== '"' && closing !== "'" && closing !== ")") || !hasProse(source.slice(range.start, range.end)))
    return [];
  return [{ range, kind: "title", quoted: { kind: "quoted", mark: closing, way: "backslash" } }];
}

function altOf(source: string, { node, start, tail }: PlacedNode) {
  // One that is its own label stands for what it is called.
  const isNamed = node.type === "image" || (node.type === "imageReference" && node.referenceType === "full");
  if (!isNamed || tail === undefined) return [];
  const range = { start: start + 2, end: tail - 1 };
  return hasProse(source.slice(range.start, range.end)) ? [{ range, kind: "alt" as const }] : [];
}
