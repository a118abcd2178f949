/**
 * The models of the languages of one script as `scripts/languageModels.mjs` packs them. A level stands for a natural
 * logarithm: `0` for 0, `1` for -0.5, and so on through `9` and `A` to `Z`.
 */
export interface PackedModels {
  readonly languages: readonly string[];
  /** The mean logarithm of a triple of letters in a text of the language. */
  readonly usual: readonly number[];
  /** For one, two and three letters: rows of the letters themselves and a level for each language. */
  readonly ngrams: readonly string[];
  /** For each language its commonest short words: groups of a level and the words, apart by `|`. */
  readonly words: readonly string[];
}

/** What is unpacked of it. Logarithms by language, in the order of `languages`. */
export interface Models {
  readonly languages: readonly string[];
  readonly usual: readonly number[];
  readonly ngrams: ReadonlyMap<string, Float32Array>;
  readonly words: ReadonlyMap<string, Float32Array>;
}

/** What a word counts in a language among whose commonest it isn't. */
const UNCOMMON_WORD = Math.log(1e-4);

export function unpackModels({ languages, usual, ngrams, words }: PackedModels): Models {
  return { languages, usual, ngrams: unpackRows(ngrams, languages.length), words: unpackWords(words) };
}

function unpackRows(tables: readonly string[], width: number): ReadonlyMap<string, Float32Array> {
  const rows = new Map<string, Float32Array>();
  for (const [index, table] of tables.entries()) {
    const letters = index + 1;
    for (let at = 0; at < table.length; at += letters + width) {
      const levels = table.slice(at + letters, at + letters + width);
      rows.set(table.slice(at, at + letters), Float32Array.from(levels, toLogarithm));
    }
  }
  return rows;
}

function unpackWords(lists: readonly string[]): ReadonlyMap<string, Float32Array> {
  const rows = new Map<string, Float32Array>();
  for (const [language, list] of lists.entries()) {
    for (const group of list.split("|")) {
      for (const word of group.slice(1).split(" ")) {
        const row = rows.get(word) ?? new Float32Array(lists.length).fill(UNCOMMON_WORD);
        row[language] = Math.max(UNCOMMON_WORD, toLogarithm(group.charAt(0)));
        rows.set(word, row);
      }
    }
  }
  return rows;
}

function toLogarithm(level: string): number {
  return Number.parseInt(level, 36) / -2;
}
