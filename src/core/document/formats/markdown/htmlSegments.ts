import { findHtmlTags } from "../../../markdown/htmlTags.ts";
import type { OffsetRange } from "../../../trackRange.ts";
import { hasProse } from "../../makeSegment.ts";
import { trimRange } from "../trimRange.ts";
import { coverCode, isInlineTag, tagName } from "./inlineTags.ts";
import { findAttributes } from "./islandProse.ts";
import type { SegmentCollector } from "./segmentCollector.ts";

/** What is between their tags is no prose. */
const OPAQUE = /^(?:pre|script|style|svg|math|textarea|template|object|noscript|canvas|video|audio|iframe)$/iu;
const CODE = /<(code|samp|var|tt)\b[^>]*>[\s\S]*?<\/\1\s*>/giu;
const FENCE = /^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t>]*\1[`~]*[ \t]*$/gmu;

/** One that isn't closed up to the end. */
const BROKEN_TAG = /<\/?[A-Za-z](?:"[^"]*"|'[^']*'|[^'">])*$/u;

export interface HtmlBlock {
  readonly range: OffsetRange;
  readonly quoteDepth: number;
}

/** Adds the prose of a block of HTML. Returns the name of the tag that is left open and whose content is no prose. */
export function addHtmlSegments(collector: SegmentCollector, { range, quoteDepth }: HtmlBlock): string | undefined {
  const html = collector.source.slice(range.start, range.end);
  const fences = [...html.matchAll(FENCE)].map(({ 0: raw, index }) => ({ start: index, end: index + raw.length }));
  const add = (start: number, end: number) => {
    for (const part of without(fences, { start, end })) {
      addRun(collector, trimRange(collector.source, move(part, range.start), quoteDepth), quoteDepth);
    }
  };
  let at = 0;
  let opaque: string | undefined;
  for (const tag of findHtmlTags(coverCode(html))) {
    if (fences.some(({ start, end }) => tag.start >= start && tag.start < end)) continue;
    const name = tagName(tag.raw);
    const isEnd = tag.raw.startsWith("</");
    if (opaque !== undefined) {
      if (!isEnd || name !== opaque) continue;
      opaque = undefined;
    } else if (isInlineTag(tag.raw)) continue;
    else {
      add(at, tag.start);
      for (const one of findAttributes(tag.raw, range.start + tag.start, "entity")) collector.addInner(one);
      if (!isEnd && OPAQUE.test(name) && !tag.raw.endsWith("/>") && !/^<(?:script|style)\b[\s\S]*<\//iu.test(tag.raw))
        opaque = name;
    }
    at = tag.start + tag.raw.length;
  }
  const broken = coverCode(html).search(BROKEN_TAG);
  if (opaque === undefined) add(at, broken < at ? html.length : broken);
  return opaque;
}

function move({ start, end }: OffsetRange, by: number): OffsetRange {
  return { start: start + by, end: end + by };
}

function without(holes: readonly OffsetRange[], { start, end }: OffsetRange): readonly OffsetRange[] {
  const parts: OffsetRange[] = [];
  let at = start;
  for (const hole of holes) {
    if (hole.start < start || hole.end > end) continue;
    parts.push({ start: at, end: hole.start });
    at = hole.end;
  }
  return [...parts, { start: at, end }];
}

/** A stretch of text and the tags in it: without a tag that encloses it, and with its attributes that are read. */
function addRun(collector: SegmentCollector, range: OffsetRange, quoteDepth: number): void {
  const run = unwrap(collector.source, range);
  const html = collector.source.slice(run.start, run.end);
  const whole = collector.source.slice(range.start, range.end);
  const attributes = findHtmlTags(coverCode(whole)).flatMap((tag) =>
    findAttributes(tag.raw, range.start + tag.start, "entity"),
  );
  const covered = coverCode(html).replace(CODE, "");
  const text = findHtmlTags(covered).reduce((rest, { raw }) => rest.replace(raw, " "), covered);
  const isInside = (at: OffsetRange) => at.start >= run.start && at.end <= run.end;
  const isProse = hasProse(text.replace(/&#?\w+;|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}/gu, ""));
  for (const one of attributes) if (!isProse || !isInside(one.range)) collector.addInner(one);
  if (!isProse) return;
  collector.add(
    { range: run, kind: "html", quoteDepth },
    attributes.filter((one) => isInside(one.range)),
  );
}

function unwrap(source: string, range: OffsetRange): OffsetRange {
  const html = source.slice(range.start, range.end);
  const tags = findHtmlTags(coverCode(html));
  const [first, last] = [tags[0], tags.at(-1)];
  if (!first || !last || first === last || first.start !== 0 || last.start + last.raw.length !== html.length)
    return range;
  const name = tagName(first.raw);
  const isPair =
    last.raw.startsWith("</") &&
    tagName(last.raw) === name &&
    tags.filter((tag) => tagName(tag.raw) === name).length === 2;
  if (!isPair || /^(?:code|samp|var|tt)$/u.test(name)) return range;
  const inner = { start: range.start + first.raw.length, end: range.end - last.raw.length };
  const trimmed = trimRange(source, inner, 0);
  return trimmed.end > trimmed.start ? unwrap(source, trimmed) : trimmed;
}
