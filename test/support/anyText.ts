import fc from "fast-check";

/** A character of any code point but lone surrogates. */
const character = fc
  .nat(0x10ffff)
  .filter((code) => code < 0xd800 || code > 0xdfff)
  .map((code) => String.fromCodePoint(code));

/** Text of any characters. fast-check's own unit `binary` makes a table of them all first, which takes a second. */
export function anyText(constraints: fc.ArrayConstraints = {}): fc.Arbitrary<string> {
  return fc.string({ ...constraints, unit: character });
}
