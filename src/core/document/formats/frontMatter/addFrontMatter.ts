import type { OffsetRange } from "../../../trackRange.ts";
import type { DocumentPiece } from "../../documentReading.ts";
import type { SegmentCollector } from "../markdown/segmentCollector.ts";
import type { FrontMatter } from "./findFrontMatter.ts";
import { findTomlValues, tomlSkeleton } from "./tomlValues.ts";
import { findYamlFault, findYamlValues, yamlSkeleton } from "./yamlValues.ts";

/** Adds the values of the chosen keys. One that can't be read stays as it is. */
export function addFrontMatter(
  collector: SegmentCollector,
  { kind, range, content }: FrontMatter,
  keyList: readonly string[],
): DocumentPiece {
  const keys = new Set(keyList);
  const data = collector.source.slice(content.start, content.end);
  const first = collector.segments.length;
  const values = kind === "yaml" ? findYamlValues(data, keys) : kind === "toml" ? findTomlValues(data, keys) : [];
  for (const { range: at, text, form } of values) {
    const place = { start: content.start + at.start, end: content.start + at.end };
    if (form) collector.addValue(place, text, form);
    else collector.add({ range: place, kind: "frontMatter" });
  }
  const skeletonOf = (output: string): string | undefined => {
    const inner = output.slice(content.start, output.length - (range.end - content.end));
    return kind === "yaml" ? yamlSkeleton(inner, keys) : tomlSkeleton(inner, keys);
  };
  const before = skeletonOf(collector.source.slice(range.start, range.end));
  return {
    range,
    segments: { start: first, end: collector.segments.length },
    isAlike: () => false,
    findDamage: (output) => (skeletonOf(output) === before ? undefined : { start: 0, end: output.length }),
  };
}

/** Where front matter can't be read: at the first fault of YAML, or at the fence that is never closed. */
export function findBreak(text: string, { kind, content }: FrontMatter): OffsetRange | undefined {
  if (kind === "toml") return undefined;
  if (kind === "broken") return { start: text.startsWith("\uFEFF") ? 1 : 0, end: content.start };
  const fault = findYamlFault(text.slice(content.start, content.end));
  return fault && { start: content.start + fault.start, end: content.start + fault.end };
}
