import type { Correction } from "./listCorrections.ts";

/** The text with these of its corrections in it, which are in order. */
export function applyCorrections(source: string, corrections: readonly Correction[]): string {
  let text = "";
  let at = 0;
  for (const { start, end, after } of corrections) {
    text += source.slice(at, start) + after;
    at = end;
  }
  return text + source.slice(at);
}

/** Where the corrections stand in the text that `applyCorrections` gives. UTF-16 offsets. */
export function placesAfter(
  corrections: readonly Correction[],
): readonly { readonly start: number; readonly end: number }[] {
  let shift = 0;
  return corrections.map(({ start, end, after }) => {
    const place = { start: start + shift, end: start + shift + after.length };
    shift += after.length - (end - start);
    return place;
  });
}
