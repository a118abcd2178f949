/** The models of the languages of one script as `scripts/languageModels.mjs` packs them, in levels of half a natural logarithm. */
export interface PackedModels {
  readonly languages: readonly string[];
  /** The mean logarithm of a triple of letters in a text of the language. */
  readonly usual: readonly number[];
  /** How frequent one, two and three letters are. */
  readonly ngrams: readonly PackedRows[];
  /** How many words begin or end with two letters: with a blank before or behind them. */
  readonly edges: PackedRows;
  /** For each language its words: groups of a level and the words, apart by `|`. Here `0` is 0, `1` is -0.5, `A` is -5. */
  readonly words: readonly string[];
}

/** Rows of so many letters each, and behind them the levels of the languages, less `from`, three in two characters. */
export interface PackedRows {
  readonly letters: number;
  readonly from: number;
  readonly rows: string;
}

/** What is unpacked of it. Logarithms by language, in the order of `languages`, as they count in a text. */
export interface Models {
  readonly languages: readonly string[];
  readonly usual: readonly number[];
  readonly ngrams: ReadonlyMap<string, Float32Array>;
  readonly edges: ReadonlyMap<string, Float32Array>;
  readonly words: ReadonlyMap<string, Float32Array>;
}

/** What a word counts in a language that hasn't it. */
const UNCOMMON_WORD = Math.log(1e-4);
/** What a word and its edges count, where a triple of letters counts 1: kin have letters alike, and the words not. */
const WEIGHT = { word: 2, edge: 0.5 };

export function unpackModels({ languages, usual, ngrams, edges, words }: PackedModels): Models {
  const width = languages.length;
  return {
    languages,
    usual,
    ngrams: new Map(ngrams.flatMap((table) => [...unpackRows(table, width, 1)])),
    edges: unpackRows(edges, width, WEIGHT.edge),
    words: unpackWords(words),
  };
}

function unpackRows({ letters, from, rows: text }: PackedRows, width: number, weight: number) {
  const rows = new Map<string, Float32Array>();
  const length = letters + 2 * Math.ceil(width / 3);
  for (let at = 0; at < text.length; at += length) {
    const levels = unpackLevels(text.slice(at + letters, at + length)).slice(0, width);
    rows.set(
      text.slice(at, at + letters),
      Float32Array.from(levels, (level) => (weight * (from + level)) / -2),
    );
  }
  return rows;
}

function unpackLevels(packed: string): readonly number[] {
  const levels: number[] = [];
  for (let at = 0; at < packed.length; at += 2) {
    const three = 92 * digit(packed, at) + digit(packed, at + 1);
    levels.push(Math.floor(three / 400), Math.floor(three / 20) % 20, three % 20);
  }
  return levels;
}

/** Printable ASCII from `!` on, without the quote and the backslash. */
function digit(packed: string, at: number): number {
  const code = packed.charCodeAt(at);
  return code - 33 - (code > 34 ? 1 : 0) - (code > 92 ? 1 : 0);
}

function unpackWords(lists: readonly string[]): ReadonlyMap<string, Float32Array> {
  const rows = new Map<string, Float32Array>();
  for (const [language, list] of lists.entries()) {
    for (const group of list.split("|")) {
      const logarithm = Math.max(UNCOMMON_WORD, Number.parseInt(group.charAt(0), 36) / -2);
      for (const word of group.slice(1).split(" ")) {
        const row = rows.get(word) ?? new Float32Array(lists.length).fill(WEIGHT.word * UNCOMMON_WORD);
        row[language] = WEIGHT.word * logarithm;
        rows.set(word, row);
      }
    }
  }
  return rows;
}
