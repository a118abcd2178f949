import { findDefinedLabels } from "../../markdown/findLabels.ts";
import type { MarkdownContext } from "../../markdown/markdownContext.ts";
import type { FormatName } from "../formats/documentFormat.ts";
import { type Placement, splice } from "../segment.ts";
import { findUrls } from "./findUrls.ts";
import { listAnchors, matchAnchors } from "./headingAnchors.ts";
import { type Relocation, relocateUrl, resolveUrl } from "./relocateUrl.ts";

export interface LinkOptions extends Relocation {
  /**
   * What becomes of links to headings: they follow the translated ones (`follow`), or the headings keep their anchors
   * by an attribute list, where the site's generator knows those (`pin`).
   */
  readonly anchors?: "follow" | "pin";
  /** The anchors that were renamed in the siblings, by the paths of their sources: of `renamedAnchors`. */
  readonly siblingAnchors?: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export interface RewrittenLinks {
  readonly text: string;
  /** What was put where, in the order and the offsets of the text before. */
  readonly edits: readonly Placement[];
}

export interface LinkedDocument {
  readonly source: string;
  /** Its translation. */
  readonly output: string;
  readonly format: FormatName;
}

/** Has the links of a translation point to what those of its source point to, from where it lands. */
export function rewriteLinks({ source, output, format }: LinkedDocument, options: LinkOptions): RewrittenLinks {
  const context = contextOf(output, format);
  const before = listAnchors(source, contextOf(source, format));
  const after = listAnchors(output, context);
  const isPinned = options.anchors === "pin" && before.length === after.length;
  const renamed = isPinned ? new Map<string, string>() : matchAnchors(before, after);
  const pins = isPinned ? pinHeadings(before, after, format) : [];
  const urls = findUrls(output, context).flatMap(({ start, end, url }) => {
    const text = rewriteUrl(url, renamed, options);
    return text === url ? [] : [{ range: { start, end }, text }];
  });
  const edits = [...pins, ...urls].toSorted((a, b) => a.range.start - b.range.start);
  return { text: splice(output, edits).text, edits };
}

/** The anchors that have other names in the translation. */
export function renamedAnchors({ source, output, format }: LinkedDocument): ReadonlyMap<string, string> {
  return matchAnchors(listAnchors(source, contextOf(source, format)), listAnchors(output, contextOf(output, format)));
}

function rewriteUrl(url: string, renamed: ReadonlyMap<string, string>, options: LinkOptions): string {
  const at = url.indexOf("#");
  if (at === 0) return follow(url, renamed);
  const moved = relocateUrl(url, options);
  if (at < 0 || !options.siblingAnchors) return moved;
  const target = resolveUrl(url, options.from);
  const anchors = target === undefined ? undefined : options.siblingAnchors.get(target);
  return anchors ? moved.slice(0, moved.indexOf("#")) + follow(moved.slice(moved.indexOf("#")), anchors) : moved;
}

function follow(fragment: string, renamed: ReadonlyMap<string, string>): string {
  const id = fragment.slice(1);
  const plain = decode(id);
  const wanted = renamed.get(plain) ?? renamed.get(plain.toLowerCase());
  if (wanted === undefined) return fragment;
  return `#${plain === id ? wanted : encodeURIComponent(wanted)}`;
}

function decode(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function pinHeadings(
  before: ReturnType<typeof listAnchors>,
  after: ReturnType<typeof listAnchors>,
  format: FormatName,
): readonly Placement[] {
  return after.flatMap(({ isPinned, end, id }, index) => {
    const old = before[index]?.id;
    if (isPinned || old === undefined || old === "" || old === id) return [];
    const text = format === "mdx" ? ` {/* #${old} */}` : ` {#${old}}`;
    return [{ range: { start: end, end }, text }];
  });
}

export function contextOf(text: string, format: FormatName): MarkdownContext {
  return { dialect: format === "mdx" ? "mdx" : "markdown", defined: findDefinedLabels(text), place: "block" };
}
