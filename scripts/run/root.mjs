import path from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** Everything that is fetched to run VS Code; git-ignored, and the folder that @vscode/test-electron uses as well. */
export const vscodeCache = path.join(root, ".vscode-test");
