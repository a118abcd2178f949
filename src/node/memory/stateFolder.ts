import { createHash } from "node:crypto";
import { homedir } from "node:os";
import path from "node:path";

/**
 * Where this user's translation memories lie when there is no editor to say: the system's folder for what a program
 * remembers, or the absolute path in EUROSCRIBE_STATE. It need not exist yet.
 */
export function stateFolder(environment: NodeJS.ProcessEnv = process.env, platform = process.platform): string {
  const { EUROSCRIBE_STATE: named, XDG_STATE_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (named) return path.resolve(named);
  if (platform === "win32") return path.join(local || path.join(homedir(), "AppData", "Local"), "Euroscribe");
  if (platform === "darwin") return path.join(homedir(), "Library", "Application Support", "Euroscribe");
  return path.join(xdg || path.join(homedir(), ".local", "state"), "euroscribe");
}

/** The files of one project, named such that a person sees whose they are. */
export function projectFiles(folder: string, project: string): { readonly memory: string; readonly outputs: string } {
  const hash = createHash("sha256").update(project).digest("hex").slice(0, 12);
  const name = `${path.basename(project).replace(/[^\p{L}\p{N}._-]/gu, "_") || "root"}-${hash}`;
  return {
    memory: path.join(folder, "memory", `${name}.jsonl`),
    outputs: path.join(folder, "memory", `${name}.outputs.jsonl`),
  };
}
