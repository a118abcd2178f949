import { homedir } from "node:os";
import path from "node:path";

/**
 * Where the models of this user lie, shared by everything that runs them: `~/.cache/euroscribe/models`, or the
 * absolute path in EUROSCRIBE_MODELS. It need not exist yet.
 */
export function modelsFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const named = environment.EUROSCRIBE_MODELS;
  return named ? path.resolve(named) : path.join(homedir(), ".cache", "euroscribe", "models");
}
