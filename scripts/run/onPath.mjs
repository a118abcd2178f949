import { existsSync } from "node:fs";
import path from "node:path";

/** The path of a program, or `undefined`. */
export function onPath(name) {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const file = process.platform === "win32" ? `${name}.exe` : name;
  return folders.map((folder) => path.join(folder, file)).find(existsSync);
}
