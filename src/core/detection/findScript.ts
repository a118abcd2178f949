export type Script = keyof typeof LETTERS;

const LETTERS = {
  Latin: /\p{Script=Latin}/gu,
  Greek: /\p{Script=Greek}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
} as const;

/** The rest may be a quotation, in whatever script. */
const LEAST_SHARE = 0.6;

/** The script that a text is written in, quotations apart; `undefined` where none stands out. */
export function findScript(text: string): Script | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const scripts = Object.keys(LETTERS) as readonly Script[];
  return scripts.find((script) => (text.match(LETTERS[script])?.length ?? 0) >= Math.max(1, LEAST_SHARE * letters));
}

/** The words of a text that are in one script, in small letters. */
export function wordsIn(text: string, script: Script): readonly string[] {
  const words = foldLetters(text.normalize("NFC").toLowerCase()).match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.filter((word) => word.replace(/\p{M}/gu, "").search(LETTERS[script]) === 0);
}

/** Romanian is written with commas below, and in many files with the cedillas of Turkish. */
function foldLetters(text: string): string {
  return text.replaceAll("ş", "ș").replaceAll("ţ", "ț");
}
