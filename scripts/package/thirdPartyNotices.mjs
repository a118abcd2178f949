import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { root } from "../run/root.mjs";

const LICENCE = /^(?:licen[cs]e|copying|notice)(?:[.-][\w.-]+)?$/i;
const LINE = `\n\n${"-".repeat(80)}\n\n`;

/**
 * What is in the bundles and was written by others, each with its licence as its authors word it. The packages are
 * those that the build found (dist/packages.json); the engine's lie in the package as they are, with theirs.
 *
 * @param {{ hasEngine: boolean }} options
 */
export async function thirdPartyNotices({ hasEngine }) {
  const folders = JSON.parse(await readFile(path.join(root, "dist/packages.json"), "utf8"));
  const notices = await Promise.all(folders.map((folder) => noticeOf(path.join(root, folder))));
  const engine = "The engine of the built-in model is in dist/engine/node_modules, each package with its licence.";
  const head = ["Euroscribe is made with the following packages.", ...(hasEngine ? [engine] : [])].join("\n");
  return `${[head, ...notices].join(LINE)}\n`;
}

/**
 * A package's name, version and licence, and all that it says of that. Throws an Error for one that says nothing.
 *
 * @param {string} directory the package's
 */
export async function noticeOf(directory) {
  const { name, version, license } = JSON.parse(await readFile(path.join(directory, "package.json"), "utf8"));
  const files = (await readdir(directory)).filter((file) => LICENCE.test(file)).toSorted();
  if (files.length === 0) throw new Error(`${name} ${version} comes without its licence's text, and can't be shipped.`);
  const texts = await Promise.all(files.map((file) => readFile(path.join(directory, file), "utf8")));
  return [`${name} ${version} (${license})`, ...texts.map((text) => text.replaceAll("\r\n", "\n").trim())].join("\n\n");
}
