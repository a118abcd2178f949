import { parse, postprocess, preprocess } from "micromark";
import { gfm } from "micromark-extension-gfm";
import type { Event, ParseContext } from "micromark-util-types";
import { findLabels } from "./findLabels.ts";
import { islandSyntax, type TextAtHand } from "./islands/islandSyntax.ts";
import type { MarkdownContext } from "./markdownContext.ts";

interface Tokenizer {
  readonly atHand: TextAtHand;
  readonly parser: ParseContext;
}

const GFM = gfm();
/** To put the constructs of a dialect and place together takes longer than to read a short text with them. */
const TOKENIZERS = new Map<string, Tokenizer>();

/** What micromark finds in a text, in CommonMark with GFM and islands. A byte order mark must have been taken off. */
export function tokenizeMarkdown(text: string, context: MarkdownContext): readonly Event[] {
  const { atHand, parser } = tokenizerOf(context);
  atHand.text = text;
  // Labels that are defined elsewhere in the document: without them a link would be plain text.
  const { defined } = context;
  parser.defined = defined.size === 0 ? [] : findLabels(text).filter((label) => defined.has(label));
  parser.gfmFootnotes = [];
  parser.lazy = {};
  return postprocess(parser.document().write(preprocess()(text, undefined, true)));
}

function tokenizerOf({ dialect, place }: MarkdownContext): Tokenizer {
  const key = `${dialect} ${place}`;
  const known = TOKENIZERS.get(key);
  if (known) return known;
  const atHand: TextAtHand = { text: "" };
  const made = { atHand, parser: parse({ extensions: [GFM, islandSyntax(atHand, { dialect, place })] }) };
  TOKENIZERS.set(key, made);
  return made;
}
