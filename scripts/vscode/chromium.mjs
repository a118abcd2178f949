import { existsSync } from "node:fs";
import { installDebianPackages } from "../run/debianPackages.mjs";
import { onPath } from "../run/onPath.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * The path of a Chromium: the one that EUROSCRIBE_CHROMIUM names, an installed one, or one installed by apt-get
 * where that needs no password. Throws a sentence that says what to do.
 */
export function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  installDebianPackages("chromium", "fonts-noto-core");
  const installed = findChromium();
  if (installed) return installed;
  throw new Error(
    "No Chromium was found, and VS Code's desktop can't be had here either. Install one (Debian: " +
      "sudo apt-get install chromium), or name one in the environment variable EUROSCRIBE_CHROMIUM.",
  );
}

function findChromium() {
  const named = process.env.EUROSCRIBE_CHROMIUM;
  if (named && !existsSync(named)) throw new Error(`EUROSCRIBE_CHROMIUM names ${named}, and there is no such file.`);
  return named || NAMES.map(onPath).find(Boolean) || ELSEWHERE.find(existsSync);
}
