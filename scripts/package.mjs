// `npm run package`: builds what is shipped and packs it as a VSIX.
//
//   npm run package                        for this platform, with the engine of the built-in model
//   npm run package -- --target universal  for all platforms, without the engine
//   npm run package -- --out FILE          elsewhere than euroscribe-VERSION-TARGET.vsix
//
// The same sources make the same bytes: files in order, and their time is SOURCE_DATE_EPOCH, or 1980 where it isn't set.
import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { ensureEngineRuntime } from "./engineRuntime.mjs";
import { listFiles } from "./package/listFiles.mjs";
import { packageTime } from "./package/packageTime.mjs";
import { packVsix } from "./package/packVsix.mjs";
import { thirdPartyNotices } from "./package/thirdPartyNotices.mjs";
import { ensureDependencies } from "./run/ensureDependencies.mjs";
import { root } from "./run/root.mjs";
import { onEnd, spawnTree } from "./run/spawnTree.mjs";

const HERE = `${process.platform}-${process.arch}`;
const UNIVERSAL = "universal";

onEnd();
const { values } = parseArgs({ options: { target: { type: "string", default: HERE }, out: { type: "string" } } });
const { target } = values;
if (target !== HERE && target !== UNIVERSAL) {
  console.error(
    `The engine can be packed for the platform that it was installed on: --target ${HERE} or ${UNIVERSAL}.`,
  );
  process.exit(2);
}

await ensureDependencies();
const { done } = spawnTree(process.execPath, ["esbuild.js", "--production"], { cwd: root, stdio: "inherit" });
if ((await done).code !== 0) process.exit(1);
const hasEngine = target !== UNIVERSAL;
if (hasEngine) await ensureEngineRuntime({ onProgress: (sentence) => console.log(sentence) });

const manifest = JSON.parse(await readFile(path.join(root, "package.json"), "utf8"));
const files = await listFiles({ hasEngine });
const vsix = await packVsix({
  manifest,
  files,
  notices: await thirdPartyNotices({ hasEngine }),
  target: hasEngine ? target : undefined,
  time: packageTime(process.env.SOURCE_DATE_EPOCH),
});
const out = path.resolve(values.out ?? path.join(root, `${manifest.name}-${manifest.version}-${target}.vsix`));
await mkdir(path.dirname(out), { recursive: true });
await writeFile(out, vsix);
console.log(`${path.relative(process.cwd(), out)}: ${files.length} files, ${(vsix.length / 1e6).toFixed(1)} MB`);
console.log(`sha256 ${createHash("sha256").update(vsix).digest("hex")}`);
