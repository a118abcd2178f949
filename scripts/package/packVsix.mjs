import { readFile } from "node:fs/promises";
import path from "node:path";
import { zipSync } from "fflate";
import { root } from "../run/root.mjs";
import { contentTypes, vsixManifest } from "./vsixManifest.mjs";

/** Fields of package.json that only matter to those who develop. */
const DEVELOPMENT = ["scripts", "devDependencies", "private"];
const UNIX = 3;
/** A plain file that its owner may write and everybody read. */
const ATTRIBUTES = (0o100644 << 16) >>> 0;

/**
 * Packs the files as a VSIX: a zip with a manifest of its own, made here so that nothing but the files and the time
 * decides about its bytes.
 *
 * @param {object} options
 * @param {object} options.manifest package.json
 * @param {readonly string[]} options.files relative to the repository's folder
 * @param {string} options.notices the licences of what others wrote
 * @param {string | undefined} options.target a platform, or all of them
 * @param {Date} options.time of every file
 */
export async function packVsix({ manifest, files, notices, target, time }) {
  const strings = JSON.parse(await readFile(path.join(root, "package.nls.json"), "utf8"));
  const shipped = Object.fromEntries(Object.entries(manifest).filter(([name]) => !DEVELOPMENT.includes(name)));
  const contents = new Map([
    ["[Content_Types].xml", contentTypes(files)],
    ["extension.vsixmanifest", vsixManifest({ manifest, strings, target })],
    ["extension/ThirdPartyNotices.txt", notices],
    ["extension/package.json", `${JSON.stringify(shipped, undefined, 2)}\n`],
  ]);
  for (const file of files) contents.set(`extension/${nameInPackage(file)}`, await readFile(path.join(root, file)));
  const options = { level: 9, mtime: inLocalTime(time), os: UNIX, attrs: ATTRIBUTES };
  return zipSync(Object.fromEntries([...contents].map(([name, content]) => [name, [Buffer.from(content), options]])));
}

/** Where the marketplace's pages look for it. */
function nameInPackage(file) {
  return file === "LICENSE" ? "LICENSE.txt" : file;
}

/** A zip's times have no zone, and are written from a date's local parts. */
function inLocalTime(time) {
  const [year, month, day] = [time.getUTCFullYear(), time.getUTCMonth(), time.getUTCDate()];
  return new Date(year, month, day, time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds());
}
