import { closePairs, gain } from "./gain.mjs";

/** Long words are about the field of the texts that they were counted in. */
const LONGEST = 12;
/** Rarer than this a word tells too little for its room; what is taken for the share of a word that isn't there. */
const UNCOMMON = 1e-4;
/** A word that is worth its room is so many times as frequent in some language, and was seen so often. */
const WORTH = { times: 3, seen: 5 };
/** Seen less often, a word may be there by chance. */
const LEAST_SEEN = 3;

/**
 * The words that tell the languages apart, as many as have room: each in every language that has it, so that what one
 * of two kin has isn't taken for what the other lacks.
 *
 * @param {Map<string, number>[]} counts of each language
 * @returns {[string, number][][]} for each language its words and their shares, the commonest first
 */
export function chooseWords({ languages, counts, bytes }) {
  const totals = counts.map((of) => [...of.values()].reduce((sum, n) => sum + n, 0));
  const shareOf = (word, i) => {
    const seen = counts[i].get(word) ?? 0;
    return seen < LEAST_SEEN ? 0 : seen / totals[i];
  };
  const candidates = new Set(
    counts.flatMap((of, i) =>
      [...of]
        .filter(([word, n]) => n >= WORTH.seen && n > WORTH.times * UNCOMMON * totals[i] && [...word].length <= LONGEST)
        .map(([word]) => word),
    ),
  );
  const close = closePairs(languages);
  const rated = [...candidates].map((word) => {
    const shares = counts.map((_, i) => Math.max(shareOf(word, i), UNCOMMON));
    const room = shares.filter((share) => share > UNCOMMON).length * (Buffer.byteLength(word) + 1);
    return { word, room, worth: gain({ frequencies: shares, close }) / room };
  });
  const chosen = [];
  let left = bytes;
  for (const { word, room } of rated.sort((a, b) => b.worth - a.worth || (a.word < b.word ? -1 : 1))) {
    if (room > left) continue;
    left -= room;
    chosen.push(word);
  }
  return languages.map((_, i) =>
    chosen
      .map((word) => [word, shareOf(word, i)])
      .filter(([, share]) => share > UNCOMMON)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  );
}
