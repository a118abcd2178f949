import { hashText } from "../memory/hashText.ts";
import type { OffsetRange } from "../trackRange.ts";
import { loadFormat } from "./formats/documentFormat.ts";
import { DEFAULT_FRONT_MATTER_KEYS } from "./frontMatterKeys.ts";
import type { PlanOptions } from "./planDocument.ts";

/** What stood in an earlier state of a document: a segment, or a place that can't be read. */
export interface Passage {
  /** Of its text, by `hashText`. */
  readonly hash: string;
  /** Where it began. A UTF-16 offset. */
  readonly start: number;
}

export interface FindPassagesOptions extends PlanOptions {
  readonly passages: readonly Passage[];
}

/**
 * Where passages of an earlier state stand in a document, by their order; `undefined` for one that isn't in it any more.
 * Of several that are the same it is the one that is nearest to where it was.
 */
export async function findPassages(options: FindPassagesOptions): Promise<readonly (OffsetRange | undefined)[]> {
  const { text, format, passages, frontMatterKeys = DEFAULT_FRONT_MATTER_KEYS } = options;
  const read = await loadFormat(format);
  const { segments, unread } = await read(text, { frontMatterKeys });
  const wanted = new Set(passages.map(({ hash }) => hash));
  const places = new Map<string, OffsetRange[]>();
  for (const { range } of [...segments, ...unread]) {
    const hash = hashText(text.slice(range.start, range.end));
    if (!wanted.has(hash)) continue;
    const same = places.get(hash);
    if (same) same.push(range);
    else places.set(hash, [range]);
  }
  return passages.map(({ hash, start }) => {
    const distance = (range: OffsetRange) => Math.abs(range.start - start);
    return places.get(hash)?.toSorted((a, b) => distance(a) - distance(b))[0];
  });
}
