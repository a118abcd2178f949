/** The letters that stand for 0, -0.5, -1 …: printable ASCII without the quote and the backslash. */
const SCALE = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/** Three levels, of so many each, have room in two of these: printable ASCII without the quote and the backslash. */
const LEVELS = 20;
const DIGITS = String.fromCharCode(...Array.from({ length: 94 }, (_, i) => 33 + i).filter((c) => c !== 34 && c !== 92));

/** One row after the other: the name, and the levels of its logarithm in each language, as packedModels.ts unpacks them. */
export function packRows(table) {
  const levels = [...table].map(([name, logarithms]) => [name, logarithms.map((one) => Math.round(-2 * one))]);
  const from = Math.max(0, Math.max(...levels.flatMap(([, of]) => of)) - LEVELS + 1);
  const rows = levels.map(([name, of]) => name + packLevels(of.map((one) => Math.max(0, one - from))));
  return { letters: [...table.keys()][0].length, from, rows: rows.join("") };
}

function packLevels(levels) {
  const groups = Array.from({ length: Math.ceil(levels.length / 3) }, (_, i) => levels.slice(3 * i, 3 * i + 3));
  return groups.map(([a, b = 0, c = 0]) => packNumber((a * LEVELS + b) * LEVELS + c)).join("");
}

function packNumber(number) {
  return DIGITS[Math.floor(number / DIGITS.length)] + DIGITS[number % DIGITS.length];
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
