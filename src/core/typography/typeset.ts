import { applyEdits } from "./applyEdits.ts";
import { findTypography, type TypographyOptions } from "./findTypography.ts";

/** One change may show another, such as a mark that now stands behind a quotation; more rounds than these mean none. */
const ROUNDS = 4;

/** The text as the language's rules have it: done again, it changes nothing. */
export async function typeset(text: string, options: TypographyOptions): Promise<string> {
  let current = text;
  for (let round = 0; round < ROUNDS; round += 1) {
    const edits = await findTypography(current, options);
    if (edits.length === 0) return current;
    current = applyEdits(current, edits);
  }
  return (await findTypography(current, options)).length === 0 ? current : text;
}
