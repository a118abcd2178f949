import { type MarkdownContext, PLAIN_CONTEXT } from "../markdown/markdownContext.ts";
import type { TryOptions } from "../writing/tryTask.ts";

/** The same for a part of a paragraph: within one no block begins. */
export function inLine(options: TryOptions): TryOptions & { readonly markdown: MarkdownContext } {
  return { ...options, markdown: { ...(options.markdown ?? PLAIN_CONTEXT), place: "line" } };
}
