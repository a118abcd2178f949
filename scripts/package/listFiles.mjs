import { readdir } from "node:fs/promises";
import path from "node:path";
import { root } from "../run/root.mjs";

/** What is shipped is named here: whatever else lies in the folder can't get in by being forgotten. */
const SHIPPED = [
  /^package\.nls(?:\.[\w-]+)?\.json$/,
  /^(?:README|CHANGELOG|SECURITY)\.md$/,
  /^LICENSE$/,
  /^l10n\/bundle\.l10n(?:\.[\w-]+)?\.json$/,
  /^media\/(?:[\w-]+\/)*[\w.-]+\.(?:png|svg|css|md)$/,
  /^dist\/(?:webview\/)?[\w.-]+\.(?:js|css)$/,
  /^dist\/engine\/engineProcess\.mjs$/,
];
const ENGINE = /^dist\/engine\/node_modules\//;
/** Of the engine's packages what runs; the rest is for those who develop them. */
const NOT_RUN = /\.(?:map|d\.[cm]?ts|ts|tsbuildinfo)$|\/(?:test|tests|docs|\.github|\.bin)\/|\/\.[^/]+$/;

/**
 * The files of the package, in order, relative to the repository's folder and with slashes.
 *
 * @param {{ hasEngine: boolean }} options
 */
export async function listFiles({ hasEngine }) {
  const found = [...(await listOf(".", { isDeep: false })), ...(await listOf("l10n")), ...(await listOf("media"))];
  return [...found, ...(await listOf("dist"))].filter((file) => isShipped(file, { hasEngine })).toSorted(byName);
}

/**
 * Whether a file of the repository's folder is a part of the package.
 *
 * @param {string} file relative to that folder, with slashes
 * @param {{ hasEngine: boolean }} options
 */
export function isShipped(file, { hasEngine }) {
  if (ENGINE.test(file)) return hasEngine && !NOT_RUN.test(file);
  return SHIPPED.some((pattern) => pattern.test(file));
}

async function listOf(folder, { isDeep = true } = {}) {
  const entries = await readdir(path.join(root, folder), { recursive: isDeep, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath ?? entry.path, entry.name)).replaceAll("\\", "/"));
}

/** By code units, whatever the machine's language is. */
function byName(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
