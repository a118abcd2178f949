import type { Propose } from "./proposal.ts";

/**
 * A line that begins with a year or a day makes a list in the languages whose ordinals have a dot: `2024. január`.
 * A no-break space behind the dot makes it prose again, and shows as what it was where the text isn't Markdown.
 */
export const unlistNumbers: Propose = (source, answer) => {
  const starts = new Set(
    source.nodes.map(({ node }) => (node.type === "list" && node.ordered ? node.start : undefined)),
  );
  return answer.nodes.flatMap(({ node, start }) => {
    if (node.type !== "list" || !node.ordered || starts.has(node.start)) return [];
    const [marker] = /^\d+[.)] /u.exec(answer.text.slice(start, start + 12)) ?? [];
    if (marker === undefined) return [];
    return [{ start: start + marker.length - 1, end: start + marker.length, text: "\u00a0" }];
  });
};
