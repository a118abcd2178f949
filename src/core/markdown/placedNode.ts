import type { Nodes } from "mdast";
import type { OffsetRange } from "../trackRange.ts";

/** A node and where it stands. UTF-16 offsets. */
export interface PlacedNode {
  readonly node: Nodes;
  readonly parent: Nodes | undefined;
  /** How many nodes it stands in; 0 for the root. */
  readonly depth: number;
  readonly start: number;
  readonly end: number;
  /** Where the `(url "title")` or the `[label]` of a link or an image begins. */
  readonly tail: number | undefined;
  /** Where the title of a link, an image or a definition stands, with its marks. */
  readonly title: OffsetRange | undefined;
}
