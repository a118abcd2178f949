import { differenceOf } from "../../differenceOf.ts";
import type { Propose } from "./proposal.ts";

/** An exclamation mark right before a link makes an image of it: `Klick![hier](url)` → `Klick\![hier](url)`. */
export const escapeExclamations: Propose = (source, answer) => {
  const { missing, added } = differenceOf(source.lists.link, answer.lists.link);
  if (!missing.includes("link") || !added.includes("image")) return [];
  return answer.nodes.flatMap(({ node, start }) =>
    node.type === "image" && /[^\s([{*_]$/u.test(answer.text.slice(0, start).slice(-1))
      ? [{ start, end: start + 1, text: "\\!" }]
      : [],
  );
};
