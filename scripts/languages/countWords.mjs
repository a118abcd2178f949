import { readMediaWiki } from "./mediaWiki.mjs";
import { readWords } from "./readWords.mjs";

/** Short words are those that every text has; the long ones of a wiki are about wikis. */
const LONGEST = 5;
const MOST = 120;

/** The commonest short words of a language and their shares of all its words, the commonest first. */
export async function countWords(mediaWikiCode) {
  const words = (await readMediaWiki(mediaWikiCode)).flatMap(readWords);
  const counts = new Map();
  for (const word of words) if ([...word].length <= LONGEST) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= 3)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([word, count]) => [word, count / words.length]);
}
