import { readFile } from "node:fs/promises";
import path from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { readMediaWiki } from "./mediaWiki.mjs";
import { foldLetters, readWords } from "./readWords.mjs";
import { pythonPackage } from "./textCache.mjs";

const ORDERS = ["unigrams", "bigrams", "trigrams"];

/**
 * How often a language's letters, pairs and triples of letters occur within words, by letter.
 *
 * @returns {Promise<Map<string, number>[]>} for one, two and three letters
 */
export async function countNgrams({ lingua, mediaWiki }) {
  return lingua ? await readLingua(lingua) : countText(await readMediaWiki(mediaWiki));
}

/** The models of lingua say how likely a letter is after those before it: multiplied, how likely all of them are. */
async function readLingua(code) {
  const folder = await pythonPackage("lingua-language-detector==1.3.5");
  if (!folder)
    throw new Error(
      "The package lingua-language-detector can't be had: this needs Python 3 with pip (Debian: sudo apt-get install python3-pip) and a package registry.",
    );
  const tables = [];
  for (const order of ORDERS) {
    const file = path.join(folder, "lingua/language-models", code, `${order}.json.br`);
    const { ngrams } = JSON.parse(brotliDecompressSync(await readFile(file)).toString());
    const shorter = tables.at(-1);
    const table = new Map();
    for (const [fraction, names] of Object.entries(ngrams)) {
      const [over, under] = fraction.split("/").map(Number);
      for (const name of names.split(" ")) {
        const before = shorter ? shorter.get([...foldLetters(name)].slice(0, -1).join("")) : 1;
        const folded = foldLetters(name);
        if (before !== undefined) table.set(folded, (table.get(folded) ?? 0) + (before * over) / under);
      }
    }
    tables.push(table);
  }
  return tables;
}

function countText(lines) {
  const counts = ORDERS.map(() => new Map());
  let letters = 0;
  for (const word of lines.flatMap(readWords).map((one) => [...one])) {
    letters += word.length;
    for (const [index, table] of counts.entries()) {
      for (let start = 0; start + index < word.length; start += 1) {
        const name = word.slice(start, start + index + 1).join("");
        table.set(name, (table.get(name) ?? 0) + 1);
      }
    }
  }
  const tables = counts.map((table) => new Map([...table].map(([name, n]) => [name, n / letters])));
  return Object.assign(tables, { isFromText: true });
}
