import { readdir } from "node:fs/promises";

/** What is to be looked at in the workspace's translated documents. */
export const ISSUES_FILE = "issues.jsonl";

/** The names of the runs whose records lie in a folder, the oldest first: those that didn't come to their end. */
export async function listRuns(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => /^run-(\d+-[0-9a-f]{8})\.json$/u.exec(name)?.[1] ?? []).toSorted();
}
