import type { Propose } from "./proposal.ts";

/** In MDX a brace or a bracket of the prose would be code, and one that isn't closed an error: `2 < 3` → `2 \< 3`. */
export const escapeForMdx: Propose = (source, answer) => {
  if (countOpenings(source.text, textsOf(source)) > 0) return [];
  return textsOf(answer).flatMap(({ start, end }) =>
    [...answer.text.slice(start, end).matchAll(OPENING)].map(({ index }) => ({
      start: start + index,
      end: start + index,
      text: "\\",
    })),
  );
};

const OPENING = /(?<!\\)[<{}]/gu;

function textsOf({ nodes }: Parameters<Propose>[0]) {
  return nodes.filter(({ node }) => node.type === "text");
}

function countOpenings(text: string, ranges: readonly { readonly start: number; readonly end: number }[]): number {
  return ranges.reduce((sum, { start, end }) => sum + (text.slice(start, end).match(OPENING)?.length ?? 0), 0);
}
