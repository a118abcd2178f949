/** The letters that stand for 0, -0.5, -1 …: printable ASCII without the quote and the backslash. */
const SCALE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** One row after the other: the name, and a letter for its logarithm in each language. */
export function packRows(table) {
  return [...table].map(([name, logarithms]) => name + logarithms.map(level).join("")).join("");
}

/** The words of one language in groups of one frequency: its letter, and the words after it, apart by blanks. */
export function packWords(words) {
  const lists = new Map();
  for (const [word, share] of words) {
    const key = level(Math.log(share));
    lists.set(key, [...(lists.get(key) ?? []), word]);
  }
  return [...lists].map(([key, list]) => key + list.join(" ")).join("|");
}

function level(logarithm) {
  return SCALE[Math.min(SCALE.length - 1, Math.max(0, Math.round(-2 * logarithm)))];
}
