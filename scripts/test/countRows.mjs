/**
 * The ids of the faults in test/checks.md, in its order.
 *
 * @param {string} table its text
 */
export function listRows(table) {
  return [...table.matchAll(/^\| ([TEP]\d+) \|/gm)].map(([, id]) => id ?? "");
}

/**
 * How often each fault was survived: by the ids in the names of the tests that passed. A name that holds a range
 * (`T1-T9`) is about none of them in particular.
 *
 * @param {readonly string[]} names
 * @param {readonly string[]} ids
 */
export function countRows(names, ids) {
  const rows = new Map();
  let cases = 0;
  for (const name of names) {
    const found = new Set([...name.matchAll(/(?<![\w-])[TEP]\d+(?![\w-])/g)].map(([id]) => id));
    const known = [...found].filter((id) => ids.includes(id));
    if (known.length > 0) cases += 1;
    for (const id of known) rows.set(id, (rows.get(id) ?? 0) + 1);
  }
  return { cases, rows, missing: ids.filter((id) => !rows.has(id)) };
}
