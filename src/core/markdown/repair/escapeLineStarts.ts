import { differenceOf } from "../../differenceOf.ts";
import type { Propose, Replacement } from "./proposal.ts";

/** What begins a block at the start of a line: its last character before the blank gets a backslash, or its first. */
const MARKER = /^([ \t]*)(?:([-+*>:]|#{1,6})(?=\s|$)|>|(\d{1,9})([.)])(?=\s|$)|!!!|\?\?\?|===|:::|[=~`]{3,})/gmu;

/** Prose that begins with a hyphen, a number or a sharp makes a list or a heading of it: `# 1` → `\# 1`, `3. mai` → `3\. mai`. */
export const escapeLineStarts: Propose = (source, answer) => {
  const { added } = differenceOf(kindsOf(source.lists.blocks), kindsOf(answer.lists.blocks));
  if (added.length === 0) return [];
  const known = new Set([...source.text.matchAll(MARKER)].map(([marker]) => marker.trim()));
  return [...answer.text.matchAll(MARKER)].flatMap(
    ({ 0: raw, 1: indent = "", 3: digits, index }): readonly Replacement[] => {
      if (known.has(raw.trim())) return [];
      const at = index + indent.length + (digits?.length ?? 0);
      return [{ start: at, end: at, text: "\\" }];
    },
  );
};

function kindsOf(blocks: readonly string[]): readonly string[] {
  return blocks.map((block) => block.trim());
}
