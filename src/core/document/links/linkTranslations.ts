import type { FormatName } from "../formats/documentFormat.ts";
import { findUrls } from "./findUrls.ts";
import { resolveUrl } from "./relocateUrl.ts";
import { contextOf, type RewrittenLinks, renamedAnchors, rewriteLinks } from "./rewriteLinks.ts";

/** A document of which there is a translation. */
export interface KnownTranslation {
  /** Where the translation stands: a path with slashes, from the same folder as all others. */
  readonly path: string;
  readonly source: string;
  readonly output: string;
  readonly format: FormatName;
}

export interface TranslationToLink {
  readonly output: string;
  readonly format: FormatName;
  /** Where it stands. */
  readonly path: string;
}

/**
 * Has links to other documents point to their translations instead, and to the headings as they are called there.
 * `find` gives the translation of the document at a path, into the same language; where there is none, the link stays.
 */
export async function linkTranslations(
  { output, format, path }: TranslationToLink,
  find: (path: string) => Promise<KnownTranslation | undefined>,
): Promise<RewrittenLinks> {
  if (format === "text") return { text: output, edits: [] };
  const siblings = new Map<string, string>();
  const siblingAnchors = new Map<string, ReadonlyMap<string, string>>();
  const targets = findUrls(output, contextOf(output, format)).map(({ url }) => resolveUrl(url, path));
  for (const target of new Set(targets)) {
    const known = target === undefined ? undefined : await find(target);
    if (target === undefined || !known) continue;
    siblings.set(target, known.path);
    siblingAnchors.set(target, renamedAnchors(known));
  }
  if (siblings.size === 0) return { text: output, edits: [] };
  const place = { from: path, to: path, siblings, siblingAnchors };
  return rewriteLinks({ source: output, output, format }, place);
}
