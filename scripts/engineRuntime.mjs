import { existsSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { npm } from "./run/npm.mjs";
import { root } from "./run/root.mjs";

const LIBRARY = "node-llama-cpp";
const TEMPORARY = ".installing-";

/** The prebuilt engine of each platform: the one for the CPU, or Metal on Apple's chips. */
const PLATFORM_PACKAGES = {
  "linux-x64": "@node-llama-cpp/linux-x64",
  "linux-arm64": "@node-llama-cpp/linux-arm64",
  "darwin-arm64": "@node-llama-cpp/mac-arm64-metal",
  "darwin-x64": "@node-llama-cpp/mac-x64",
  "win32-x64": "@node-llama-cpp/win-x64",
  "win32-arm64": "@node-llama-cpp/win-arm64",
};

/**
 * Installs what the built-in model runs on into dist/engine/node_modules: the library at the version of
 * src/engine/package.json, without its optional packages (670 MB for all platforms), and the one for this platform.
 * Where all of it is there already, that is seen from a stamp in milliseconds.
 *
 * @param {{ onProgress?: (sentence: string) => void, engineFolder?: string }} [options]
 * @returns {Promise<string>} the folder that holds node_modules
 * @throws an Error whose message says what to do
 */
export async function ensureEngineRuntime({
  onProgress = () => {},
  engineFolder = path.join(root, "dist/engine"),
} = {}) {
  const platformPackage = findPlatformPackage();
  const sources = path.join(root, "src/engine");
  const lock = await readFile(path.join(sources, "package-lock.json"), "utf8");
  const stamp = JSON.stringify({ platformPackage, packages: versionsOf(JSON.parse(lock)) });
  const target = path.join(engineFolder, "node_modules");
  if (await isStamped(target, stamp)) return engineFolder;

  onProgress(`Installing the engine of the built-in model (${platformPackage}, 85 MB on disk) …`);
  await mkdir(engineFolder, { recursive: true });
  await removeLeftovers(engineFolder);
  const temporary = path.join(engineFolder, `${TEMPORARY}${process.pid}`);
  try {
    await install({ sources, temporary, platformPackage, lock: JSON.parse(lock) });
    await writeFile(stampOf(path.join(temporary, "node_modules")), stamp);
    await moveIntoPlace(path.join(temporary, "node_modules"), { target, stamp });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  onProgress("The engine is installed.");
  return engineFolder;
}

function findPlatformPackage() {
  const platform = `${process.platform}-${process.arch}`;
  const found = PLATFORM_PACKAGES[platform];
  const advice = "Use a server instead: a setting of kind openai, such as Ollama or llama-server.";
  if (!found) throw new Error(`The built-in model has no engine for ${platform}. ${advice}`);
  if (process.platform === "linux" && !process.report.getReport().header.glibcVersionRuntime) {
    throw new Error(`The built-in model needs a Linux with glibc; this one has another C library. ${advice}`);
  }
  return found;
}

/** Only what decides about the installation: a reformatted lock file is no reason to install again. */
function versionsOf({ packages }) {
  return Object.fromEntries(
    Object.entries(packages).map(([name, { version, integrity }]) => [name, integrity ?? version]),
  );
}

/** The stamp lies inside, so that whoever deletes the packages deletes it with them. */
const stampOf = (nodeModules) => path.join(nodeModules, ".euroscribe-stamp.json");

async function isStamped(nodeModules, stamp) {
  return (await readFile(stampOf(nodeModules), "utf8").catch(() => undefined)) === stamp;
}

/** Folders of installations whose process has ended without tidying up. */
async function removeLeftovers(engineFolder) {
  for (const name of await readdir(engineFolder)) {
    const isLeftover = name.startsWith(TEMPORARY) && !isRunning(Number(name.slice(TEMPORARY.length)));
    if (isLeftover) await rm(path.join(engineFolder, name), { recursive: true, force: true });
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/**
 * The platform's package is optional to the library and so left out with the others; named on the command line it is
 * installed. `npm ci` refuses a lock file that lacks an optional package which a registry doesn't have, so it is
 * `npm install`, and the comparison with the lock file afterwards is ours.
 */
async function install({ sources, temporary, platformPackage, lock }) {
  await rm(temporary, { recursive: true, force: true });
  await mkdir(temporary, { recursive: true });
  for (const file of ["package.json", "package-lock.json"])
    await copyFile(path.join(sources, file), path.join(temporary, file));
  const { version } = lock.packages[`node_modules/${LIBRARY}`];
  const flags = [
    "--no-save",
    "--omit=optional",
    "--ignore-scripts",
    "--fetch-retries=1",
    "--fetch-retry-mintimeout=1000",
  ];
  try {
    await npm(["install", ...flags, `${platformPackage}@${version}`], { cwd: temporary, isQuiet: true });
  } catch (error) {
    throw new Error(explain(String(error.message), platformPackage), { cause: error });
  }
  const installed = JSON.parse(await readFile(path.join(temporary, "node_modules/.package-lock.json"), "utf8"));
  compare(installed.packages, lock.packages);
  const binaries = path.join(temporary, "node_modules", platformPackage, "bins");
  if (!existsSync(binaries)) throw new Error(`${platformPackage}@${version} holds no engine for this platform.`);
}

function explain(message, platformPackage) {
  const fault = /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|network/.test(message)
    ? "The package registry can't be reached. Connect, or set npm's registry or proxy, and start again."
    : /ENOSPC/.test(message)
      ? "There is no space left on the disk: 200 MB are needed. Make room, and start again."
      : /E404|ETARGET|notarget/.test(message)
        ? `The package registry doesn't have ${platformPackage} at the version that is needed.`
        : "npm failed.";
  return `The engine of the built-in model could not be installed. ${fault}\n${message}`;
}

function compare(installed, locked) {
  const changed = Object.entries(installed)
    .filter(([name, { integrity }]) => locked[name]?.integrity && locked[name].integrity !== integrity)
    .map(([name]) => name.replace("node_modules/", ""));
  if (changed.length > 0)
    throw new Error(`The registry gave other files than the lock file names: ${changed.join(", ")}.`);
}

/** Another process may have finished the same installation meanwhile; then ours is not needed. */
async function moveIntoPlace(nodeModules, { target, stamp }) {
  if (await isStamped(target, stamp)) return;
  await rm(target, { recursive: true, force: true });
  await rename(nodeModules, target).catch(async (error) => {
    if (!(await isStamped(target, stamp))) throw error;
  });
}
