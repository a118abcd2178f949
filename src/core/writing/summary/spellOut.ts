/** Articles and prepositions, which an abbreviation mostly leaves out. Letters. */
const SMALL = 3;

/**
 * Finds the words of a text that an abbreviation may stand for, by their first letters: "World Health Organization"
 * for WHO. None where there aren't any; the first of them has a capital.
 */
export function createSpelling(text: string): (abbreviation: string) => readonly string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [];
  const lists = [words.filter((word) => word.length > SMALL), words].map((list) => ({
    list,
    initials: list.map(initialOf).join(""),
  }));
  return (abbreviation) => {
    for (const { list, initials } of lists) {
      // Two words side by side begin with any two letters somewhere, if small ones count.
      if (list === words && abbreviation.length <= 2) continue;
      for (let at = initials.indexOf(abbreviation); at >= 0; at = initials.indexOf(abbreviation, at + 1)) {
        if (/^\p{Lu}/u.test(list[at] ?? "")) return list.slice(at, at + abbreviation.length);
      }
    }
    return [];
  };
}

/** One unit, so that the offsets are those of the words. */
function initialOf(word: string): string {
  return word.normalize("NFD").charAt(0).toUpperCase().charAt(0);
}
