import { UNSEEN } from "./chooseNgrams.mjs";

/** How many times as frequent as in the nearest of its kin something may be. */
const TIMES = Math.E;

/**
 * Lowers the frequencies of a language that was counted in texts of one field, where none of its kin comes near them:
 * they tell the field, and not the language.
 *
 * @param {Map<string, number>[]} tables of the language, for one, two and three letters
 * @param {Map<string, number>[][]} kin tables of languages that are much like it
 */
export function stayNear(tables, kin) {
  for (const [order, table] of tables.entries()) {
    for (const [name, p] of table) {
      const nearest = Math.max(UNSEEN[order], ...kin.map((of) => of[order].get(name) ?? 0));
      table.set(name, Math.min(p, TIMES * nearest));
    }
  }
}
