import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { installDebianPackages } from "../run/debianPackages.mjs";
import { root } from "../run/root.mjs";

const run = promisify(execFile);
const PYTHONS = process.platform === "win32" ? [["py", "-3"], ["python"]] : [["python3"], ["python"]];
const REQUIREMENTS = path.join(root, "scripts/test/litellm.txt");
const MINUTES_5 = 300_000;

/**
 * Installs LiteLLM's proxy by pip into an environment of its own below ~/.cache/euroscribe, at the versions of
 * litellm.txt: a minute and 750 MB, once. Wheels alone: nothing is built.
 *
 * @returns {Promise<string>} the path of the environment's Python
 * @throws an Error whose message says what to do
 */
export async function ensureLitellm() {
  const versions = createHash("sha256")
    .update(await readFile(REQUIREMENTS))
    .digest("hex")
    .slice(0, 12);
  const folder = path.join(homedir(), ".cache/euroscribe", `litellm-${versions}`);
  if (existsSync(pythonOf(folder))) return pythonOf(folder);
  const temporary = `${folder}.${process.pid}`;
  await mkdir(path.dirname(folder), { recursive: true });
  try {
    await makeEnvironment(temporary);
    await install(pythonOf(temporary));
    // Another run may have been quicker.
    await rename(temporary, folder).catch((error) => {
      if (!existsSync(pythonOf(folder))) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true, maxRetries: 5 });
  }
  return pythonOf(folder);
}

function pythonOf(folder) {
  return path.join(folder, process.platform === "win32" ? "Scripts/python.exe" : "bin/python");
}

async function makeEnvironment(folder) {
  if (await tryPythons(folder)) return;
  // Debian's Python makes none without this package.
  installDebianPackages("python3-venv");
  if (await tryPythons(folder)) return;
  throw new Error(
    "LiteLLM's proxy needs Python 3.10 or later with venv and pip, and there is none. Install it (Debian: sudo apt-get install python3-venv).",
  );
}

async function tryPythons(folder) {
  for (const [command, ...first] of PYTHONS) {
    await rm(folder, { recursive: true, force: true });
    const isMade = await run(command, [...first, "-m", "venv", folder]).then(
      () => true,
      () => false,
    );
    if (isMade) return true;
  }
  return false;
}

async function install(python) {
  const flags = ["--quiet", "--only-binary=:all:", "--disable-pip-version-check", "--no-input", "--retries=2"];
  try {
    await run(python, ["-m", "pip", "install", ...flags, "-r", REQUIREMENTS], { timeout: MINUTES_5 });
  } catch (error) {
    const last = String(error.stderr ?? error.message)
      .trim()
      .split("\n")
      .at(-1);
    const sentence = error.killed ? "pip took longer than five minutes." : `pip says: ${last}`;
    throw new Error(`LiteLLM's proxy couldn't be installed. ${sentence}`, { cause: error });
  }
}
