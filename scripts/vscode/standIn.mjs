// VS Code's server and a headless browser behind the desktop's command line, for machines without the desktop:
//   node standIn.mjs --version=newest|oldest --extensionDevelopmentPath=DIR --extensionTestsPath=FILE [FOLDER]
// The exit code is the suite's. Everything it starts ends with it. EUROSCRIBE_SCREENSHOTS=DIR gives the tests
// a driver of the window (serveRequests.mjs).
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { onEnd } from "../run/spawnTree.mjs";
import { installServer } from "./installServer.mjs";
import { openWorkbench } from "./openWorkbench.mjs";
import { serveRequests } from "./serveRequests.mjs";
import { startServer } from "./startServer.mjs";

const MINUTES_15 = 900_000;
/** The suite should be under way long before: a window that never gets so far is a failure, not a wait. */
const NEVER_STARTED = 2;

const cleanUps = [];
let cleaning;
// Once, and whoever asks waits for its end: what ends the run may be what ends the window.
const cleanUp = () => {
  cleaning ??= (async () => {
    for (const step of cleanUps.toReversed()) await step().catch(() => {});
  })();
  return cleaning;
};

onEnd(cleanUp);
// @vscode/test-electron holds our standard input open as long as it lives.
process.stdin.on("end", () => finish(NEVER_STARTED)).resume();

try {
  process.exitCode = await run(readArguments(process.argv.slice(2)));
} catch (error) {
  console.error(`VS Code's stand-in: ${error.message}`);
  process.exitCode = NEVER_STARTED;
}
await finish(process.exitCode);

async function run({ version, extensions, tests, folder, userData, flags }) {
  const dataFolder = await mkdtemp(path.join(tmpdir(), "euroscribe-vscode-"));
  cleanUps.push(() => rm(dataFolder, { recursive: true, force: true, maxRetries: 5 }));
  const server = await installServer(version);
  const args = flags.includes("--disable-workspace-trust") ? ["--disable-workspace-trust"] : [];
  const spool = process.env.EUROSCRIBE_SCREENSHOTS;
  // What the extension host is told: there is somebody in front of this window.
  if (spool) process.env.EUROSCRIBE_DRIVER = "on";
  // And where the settings of the machine that the window is connected to are.
  process.env.EUROSCRIBE_MACHINE_SETTINGS = path.join(dataFolder, "data/Machine/settings.json");
  const settings = userData && path.join(userData, "User/settings.json");
  const settingsFile = existsSync(settings ?? "") ? settings : undefined;
  const { origin, stop, ended, log } = await startServer({ server, dataFolder, settingsFile, args });
  cleanUps.push(stop);
  const { promise: exit, resolve: onExit } = deferred();
  const opened = openWorkbench({ origin, folder: folder ?? dataFolder, extensions, tests, onExit });
  const { browser, page } = await opened;
  cleanUps.push(() => browser.close());
  if (spool) {
    const stopServing = await serveRequests(page, spool);
    cleanUps.push(async () => stopServing());
  }
  return await Promise.race([
    exit,
    failing(ended, () => `the server ended before the tests did\n${log()}`),
    failing(new Promise((resolve) => page.once("crash", resolve)), () => "the window crashed"),
    failing(new Promise((resolve) => browser.once("disconnected", resolve)), () => "the browser ended"),
    failing(new Promise((resolve) => setTimeout(resolve, MINUTES_15)), () => "the tests took more than 15 minutes"),
  ]);
}

async function failing(event, describe) {
  await event;
  throw new Error(describe());
}

function deferred() {
  let resolve;
  const promise = new Promise((settle) => (resolve = settle));
  return { promise, resolve };
}

async function finish(code) {
  await cleanUp();
  process.exit(code);
}

function readArguments(args) {
  const values = (name) => args.filter((arg) => arg.startsWith(`--${name}=`)).map((arg) => arg.slice(name.length + 3));
  return {
    version: values("version")[0] ?? "newest",
    extensions: values("extensionDevelopmentPath"),
    tests: values("extensionTestsPath")[0],
    userData: values("user-data-dir")[0],
    folder: args.find((arg) => !arg.startsWith("-")),
    flags: args,
  };
}
