// The size of what is built for users: `npm run bench:size`. Aims: what activation loads at most 100 KB, all of dist
// without the engine's runtime at most 1.2 MB.
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

const dist = path.join(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), "..", "dist");
const files = readdirSync(dist, { recursive: true })
  .map(String)
  .filter((name) => !name.split(path.sep).includes("node_modules") && statSync(path.join(dist, name)).isFile())
  .map((name) => ({ name, bytes: statSync(path.join(dist, name)).size }))
  .toSorted((a, b) => b.bytes - a.bytes);
for (const { name, bytes } of files) console.log(`${kb(bytes).padStart(10)}  ${name}`);

const loaded = loadedBy("extension.js");
console.log(`\nactivation loads ${[...loaded].join(", ")}: ${kb(sum([...loaded]))}`);
console.log(`all of dist without the engine's runtime: ${kb(files.reduce((total, { bytes }) => total + bytes, 0))}`);

/** The entry and what it requires while it is loaded: chunks of a top-level `require("./…")`. */
function loadedBy(entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const source = readFileSync(path.join(dist, entry), "utf8");
  const required = source.matchAll(/(?:^|[=,;(\s])require\("\.\/([^"]+)"\)/g);
  for (const [whole, name] of required) if (!isDeferred(source, whole)) loadedBy(name, seen);
  return seen;
}

function isDeferred(source, call) {
  return source.slice(Math.max(0, source.indexOf(call) - 40), source.indexOf(call)).includes("then(");
}

function sum(names) {
  return names.reduce((total, name) => total + statSync(path.join(dist, name)).size, 0);
}

function kb(bytes) {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
