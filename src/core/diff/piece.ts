/**
 * A piece of a comparison. The pieces that are equal, deleted or moved away are the first text, joined; those that
 * are equal, inserted or moved here are the second.
 */
export interface Piece {
  readonly kind: "equal" | "deleted" | "inserted" | "movedFrom" | "movedTo";
  readonly text: string;
}
