import { spawnSync } from "node:child_process";
import { onPath } from "./onPath.mjs";

/** Installs Debian's packages where that needs no password; what is missing afterwards is the caller's to see. */
export function installDebianPackages(...names) {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || !onPath("apt-get")) return;
  console.log(`Installing ${names[0]} (apt-get install ${names[0]}) …`);
  aptGet("update");
  aptGet("install", "-y", "--no-install-recommends", ...names);
}

function aptGet(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status, stderr } = spawnSync("apt-get", ["-q", ...args], { env, stdio: ["ignore", "ignore", "pipe"] });
  if (status !== 0) console.error(`apt-get ${args[0]} failed: ${String(stderr).trim().split("\n").at(-1)}`);
}
