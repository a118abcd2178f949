import type { Literal, LiteralKind } from "../collectLiterals.ts";
import type { ReadMarkdown } from "../readMarkdown.ts";
import type { Propose, Replacement } from "./proposal.ts";

/**
 * Puts the source's literals of one kind back where the answer has as many of them and some were changed: those that
 * are the same, in whatever order, stay; the rest take each other's place by their order.
 */
export function restoreLiterals(kind: LiteralKind): Propose {
  return (source, answer) => {
    const originals = source.literals.filter((literal) => literal.kind === kind);
    const literals = answer.literals.filter((literal) => literal.kind === kind);
    if (originals.length !== literals.length) return [];
    const sameKey = match({ originals, literals }, ({ key }) => key);
    const sameValue = match(sameKey.rest, ({ value }) => value);
    const byOrder = match(sameValue.rest, () => "");
    return [...sameValue.pairs, ...byOrder.pairs].map(([original, literal]) => restore(source, original, literal));
  };
}

interface Sides {
  readonly originals: readonly Literal[];
  readonly literals: readonly Literal[];
}

interface Match {
  readonly pairs: readonly (readonly [Literal, Literal])[];
  readonly rest: Sides;
}

/** Pairs what is alike, each once, in order. */
function match({ originals, literals }: Sides, likeness: (literal: Literal) => string): Match {
  const waiting = new Map<string, Literal[]>();
  for (const original of originals) {
    const alike = waiting.get(likeness(original));
    if (alike) alike.push(original);
    else waiting.set(likeness(original), [original]);
  }
  const pairs: (readonly [Literal, Literal])[] = [];
  const left: Literal[] = [];
  for (const literal of literals) {
    const original = waiting.get(likeness(literal))?.shift();
    if (original) pairs.push([original, literal]);
    else left.push(literal);
  }
  const taken = new Set(pairs.map(([original]) => original));
  return { pairs, rest: { originals: originals.filter((original) => !taken.has(original)), literals: left } };
}

function restore({ text }: ReadMarkdown, original: Literal, { start, end }: Literal): Replacement {
  return { start, end, text: text.slice(original.start, original.end) };
}
