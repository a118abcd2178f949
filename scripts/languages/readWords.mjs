/** The words of a text as the models count them: in small letters, apostrophes and hyphens between them. */
export function readWords(text) {
  return foldLetters(text.normalize("NFC").toLowerCase()).match(/[\p{L}\p{M}]+/gu) ?? [];
}

/** As src/core/detection/findScript.ts has it. */
export function foldLetters(text) {
  return text.replaceAll("ş", "ș").replaceAll("ţ", "ț");
}
