import type { Piece } from "../../core/diff/piece.ts";
import { usePage } from "../context.ts";

/** A piece of a comparison: told by a line through or under it, by its element, and by a word for those who listen. */
export function PieceText({ piece: { kind, text } }: { readonly piece: Piece }) {
  const { labels } = usePage();
  if (kind === "equal") return <>{text}</>;
  const word = <span class="unseen">{labels.pieces[kind]} </span>;
  switch (kind) {
    case "deleted":
    case "movedFrom":
      return (
        <del class={kind}>
          {word}
          {text}
        </del>
      );
    case "inserted":
    case "movedTo":
      return (
        <ins class={kind}>
          {word}
          {text}
        </ins>
      );
    default:
      return kind satisfies never;
  }
}
