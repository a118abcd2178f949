import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Reads the results that scripts/test/reporter.cjs writes, while they are written.
 *
 * @param {string} file
 * @param {(event: object) => void} onEvent
 * @returns {{ finish: () => Promise<boolean> }} reads what is left; true if the run came to its end
 */
export function followResults(file, onEvent) {
  let seen = 0;
  let hasEnded = false;
  let isFollowing = true;
  const read = async () => {
    const lines = (await readFile(file, "utf8").catch(() => "")).split("\n").slice(0, -1);
    for (const line of lines.slice(seen)) {
      const event = JSON.parse(line);
      if (event.kind === "end") hasEnded = true;
      else onEvent(event);
    }
    seen = lines.length;
  };
  const follow = async () => {
    while (isFollowing) {
      await read();
      await sleep(250);
    }
  };
  const following = follow();
  return {
    finish: async () => {
      isFollowing = false;
      await following;
      await read();
      return hasEnded;
    },
  };
}
