import { parse, postprocess, preprocess } from "micromark";
import { gfm } from "micromark-extension-gfm";
import type { Event, Extension, ParseContext } from "micromark-util-types";
import { findLabels } from "./findLabels.ts";
import { islandSyntax, type TextAtHand } from "./islands/islandSyntax.ts";
import { limitNesting } from "./limitNesting.ts";
import type { MarkdownContext } from "./markdownContext.ts";

interface Tokenizer {
  readonly atHand: TextAtHand;
  readonly parser: ParseContext;
}

const GFM = gfm();
/** To put the constructs of a dialect and place together takes longer than to read a short text with them. */
const TOKENIZERS = new Map<string, Tokenizer>();

/**
 * What must be in a text for GFM to find an address in it, by the names of its constructs. Where it isn't, they are left
 * out: at each word the text would be taken apart to look for one, and that takes the square of a paragraph's length.
 */
const ADDRESSES: readonly (readonly [construct: string, sign: RegExp])[] = [
  ["emailAutolink", /@/u],
  ["wwwAutolink", /www\./iu],
  ["protocolAutolink", /https?:/iu],
];

/** What micromark finds in a text, in CommonMark with GFM and islands. A byte order mark must have been taken off. */
export function tokenizeMarkdown(text: string, context: MarkdownContext): readonly Event[] {
  const { atHand, parser } = tokenizerOf(text, context);
  atHand.text = text;
  // Labels that are defined elsewhere in the document: without them a link would be plain text.
  const { defined } = context;
  parser.defined = defined.size === 0 ? [] : findLabels(text).filter((label) => defined.has(label));
  parser.gfmFootnotes = [];
  parser.lazy = {};
  return postprocess(parser.document().write(preprocess()(text, undefined, true)));
}

function tokenizerOf(text: string, { dialect, place }: MarkdownContext): Tokenizer {
  const absent = ADDRESSES.filter(([, sign]) => !sign.test(text)).map(([construct]) => construct);
  const key = [dialect, place, ...absent].join(" ");
  const known = TOKENIZERS.get(key);
  if (known) return known;
  const atHand: TextAtHand = { text: "" };
  const extensions = [without(GFM, absent), islandSyntax(atHand, { dialect, place })];
  const made = { atHand, parser: limitNesting(parse({ extensions })) };
  TOKENIZERS.set(key, made);
  return made;
}

/** An extension without some of its constructs for text. */
function without({ text, ...rest }: Extension, names: readonly string[]): Extension {
  const kept = Object.entries(text ?? {}).map(([code, constructs]) => {
    const all = [constructs ?? []].flat();
    return [code, all.filter(({ name = "" }) => !names.includes(name))] as const;
  });
  return { ...rest, text: Object.fromEntries(kept.filter(([, constructs]) => constructs.length > 0)) };
}
