import { copyFile, mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { spawnTree } from "../run/spawnTree.mjs";

/** Should we be killed, the server ends a while after its last window has gone. */
const SHUTDOWN = "--enable-remote-auto-shutdown";

/**
 * Starts VS Code's server on this computer alone, and waits until it answers. It ends with us.
 *
 * @param {object} options
 * @param {{ node: string, serverMain: string }} options.server from `installServer`
 * @param {string} options.dataFolder
 * @param {string} [options.settingsFile] the user's settings.json; this server keeps its copy in its data folder
 * @param {number} [options.port] a free one where it is missing
 * @param {boolean} [options.staysUp] without it the server ends by itself when its last window has gone
 * @param {readonly string[]} [options.args] further arguments of the server
 * @returns {Promise<{ origin: string, stop: () => Promise<void>, ended: Promise<unknown>, log: () => string }>}
 */
export async function startServer({ server, dataFolder, settingsFile, port, staysUp = false, args = [] }) {
  if (settingsFile) {
    const user = path.join(dataFolder, "data/User");
    await mkdir(user, { recursive: true });
    await copyFile(settingsFile, path.join(user, "settings.json"));
  }
  const chosen = port ?? (await freePort());
  const { child, done, stop } = spawnTree(
    server.node,
    [server.serverMain, ...serverArguments(chosen, dataFolder), ...(staysUp ? [] : [SHUTDOWN]), ...args],
    {
      // A server under VS Code's own terminal would take the outer one's variables for its own.
      env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("VSCODE_"))),
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (log = (log + data).slice(-65_536)));
  const origin = `http://127.0.0.1:${chosen}`;
  let hasEnded = false;
  const ended = done.finally(() => (hasEnded = true));
  try {
    await waitUntilUp(origin, () => hasEnded);
  } catch (error) {
    stop();
    throw new Error(`${error.message}\n${log}`);
  }
  const stopAndWait = async () => {
    stop();
    await ended;
  };
  return { origin, stop: stopAndWait, ended, log: () => log };
}

function serverArguments(port, dataFolder) {
  return [
    "--host=127.0.0.1",
    `--port=${port}`,
    "--without-connection-token",
    "--accept-server-license-terms",
    "--telemetry-level=off",
    "--enable-smoke-test-driver",
    `--server-data-dir=${dataFolder}`,
  ];
}

async function waitUntilUp(origin, hasEnded) {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    if (hasEnded()) throw new Error("VS Code's server ended while it was starting.");
    const answer = await fetch(`${origin}/version`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(150);
  }
  throw new Error("VS Code's server did not answer within a minute.");
}

/** A port that nobody listens on just now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
