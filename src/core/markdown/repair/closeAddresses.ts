import { differenceOf } from "../../differenceOf.ts";
import type { Propose } from "./proposal.ts";

/** A word that was written against a bare URL became a part of it: `https://a.eu-sivusto` → `<https://a.eu>-sivusto`. */
export const closeAddresses: Propose = (source, answer) => {
  const wanted = [...differenceOf(source.lists.url, answer.lists.url).missing];
  return answer.literals.flatMap(({ kind, start, end, value }) => {
    const isBare = kind === "address" && /^https?:\/\//iu.test(answer.text.slice(start, end));
    const index = isBare ? wanted.findIndex((url) => value.startsWith(url) && isWordOn(value, url.length)) : -1;
    const [url] = index < 0 ? [] : wanted.splice(index, 1);
    return url === undefined ? [] : [{ start, end: start + url.length, text: `<${url}>` }];
  });
};

/** Whether what goes on there is a word that got stuck, and not a changed path. */
function isWordOn(url: string, at: number): boolean {
  return /^(?:[-‑–:’']?\p{L}+|[.,;:!?]\p{L}+)$/u.test(url.slice(at));
}
