import { LANGUAGE_CODES } from "../../src/core/languages.ts";
import { findAddress } from "../../src/core/writing/address/findAddress.ts";
import { row } from "./printTable.ts";
import type { Corpus } from "./texts.ts";

/**
 * Prints for each corpus how many paragraphs address their reader formally, informally, and in both ways at once.
 * Published text keeps to one way: what is found of both is a false alarm, or a slip of its writers.
 */
export function measureAddress(corpora: readonly Corpus[]): void {
  for (const { name, texts } of corpora) {
    console.log(`\n${name}: address of the reader, in paragraphs`);
    console.log(row(["", "paragraphs", "words", "formal", "informal", "both"]));
    for (const code of LANGUAGE_CODES) {
      const paragraphs = texts.get(code) ?? [];
      if (paragraphs.length === 0) continue;
      const found = paragraphs.map((text) => findAddress(text, code));
      const words = paragraphs.reduce((sum, text) => sum + text.split(/\s+/u).length, 0);
      const count = (holds: (one: (typeof found)[number]) => boolean) => String(found.filter(holds).length);
      const formal = count((one) => one.formal.length > 0);
      const informal = count((one) => one.informal.length > 0);
      const both = count((one) => one.formal.length > 0 && one.informal.length > 0);
      console.log(row([code, String(paragraphs.length), String(words), formal, informal, both]));
    }
  }
}
