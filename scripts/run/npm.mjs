import { existsSync } from "node:fs";
import path from "node:path";
import { spawnTree } from "./spawnTree.mjs";

/**
 * Runs npm in `cwd` with its output on ours, or kept for the error when `isQuiet`.
 * Rejects with a sentence when npm can't be found or fails.
 */
export async function npm(args, { cwd, isQuiet = false }) {
  const [command, ...first] = npmCommand();
  const shell = command.endsWith(".cmd");
  const { child, done } = spawnTree(command, [...first, ...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    shell,
    env: outerEnvironment(),
    stdio: ["ignore", isQuiet ? "pipe" : "inherit", isQuiet ? "pipe" : "inherit"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (output += data));
  const { code } = await done;
  if (code !== 0) throw new Error(`npm ${args.join(" ")} failed in ${cwd} (exit code ${code}).\n${output}`.trim());
}

/** npm beside the Node that runs us, so that both are of one installation; else the one on PATH. */
function npmCommand() {
  const beside = path.join(path.dirname(process.execPath), "node_modules/npm/bin/npm-cli.js");
  const candidates = [process.env.npm_execpath, beside];
  const script = candidates.find((file) => file?.endsWith("npm-cli.js") && existsSync(file));
  if (script) return [process.execPath, script];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}

/** Inside `npm run`, npm tells its children about this package; an npm for another folder must not hear it. */
function outerEnvironment() {
  const isInner = /^npm_(package|lifecycle|command|config_local_prefix|config_prefix|config_omit)/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isInner.test(name)));
}
