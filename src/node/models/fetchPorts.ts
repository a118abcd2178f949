import { statfs } from "node:fs/promises";

/** What fetching needs of the world; tests give their own. */
export interface FetchPorts {
  readonly fetch: typeof globalThis.fetch;
  /** Scheme, host and port. */
  readonly hubOrigin: string;
  /** The free bytes of the disk with this folder. */
  readonly freeBytes: (folder: string) => Promise<number>;
  /** The command that is pip; looked for where it is missing. */
  readonly pip?: readonly string[];
  /** Milliseconds to wait for the hub's first word. */
  readonly connectTimeout: number;
  /** Milliseconds without a byte before a download counts as cut. */
  readonly idleTimeout: number;
}

/** The world as it is. */
export const WORLD: FetchPorts = {
  fetch: (...request) => globalThis.fetch(...request),
  hubOrigin: "https://huggingface.co",
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
  connectTimeout: 5000,
  idleTimeout: 30_000,
};
