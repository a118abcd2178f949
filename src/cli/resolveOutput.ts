import path from "node:path";
import { outputPath } from "../core/document/outputPath.ts";

export interface ResolveOutputOptions {
  /** The source. Absolute. */
  readonly file: string;
  readonly cwd: string;
  readonly pattern: string;
  readonly language: string;
}

/** The absolute path of a translation. `{dir}` is relative to the working directory where the source lies in it. */
export function resolveOutput({ file, cwd, pattern, language }: ResolveOutputOptions): string {
  const relative = path.relative(cwd, file);
  const source = isInside(cwd, file) ? relative : file;
  return path.resolve(cwd, outputPath({ pattern, source: source.split(path.sep).join("/"), language }));
}

/** Whether a path lies in a folder. Both absolute. */
export function isInside(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== "" && relative !== ".." && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
