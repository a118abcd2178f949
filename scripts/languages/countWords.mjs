import { readMediaWiki } from "./mediaWiki.mjs";
import { readWords } from "./readWords.mjs";

/** How often each word of a language's messages occurs. */
export async function countWords(mediaWikiCode) {
  const counts = new Map();
  for (const word of (await readMediaWiki(mediaWikiCode)).flatMap(readWords))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
