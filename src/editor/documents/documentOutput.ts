import * as vscode from "vscode";
import { hashBytes, type OutputRecord } from "../../node/memory/outputRecord.ts";
import { DocumentFault, describeFileFault } from "./documentFault.ts";
import type { DocumentJob } from "./planOutputs.ts";

/** Whether there is a file in the output's place that wasn't written here, or was edited since. Throws a DocumentFault. */
export async function isStranger({ output }: DocumentJob, outputs: OutputRecord): Promise<boolean> {
  if (!output) return false;
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === output.toString());
  if (open?.isDirty) return true;
  const hash = await readHash(output);
  return hash !== undefined && !outputs.isOurs(output.toString(), hash);
}

export interface WriteOutputOptions {
  readonly job: DocumentJob & { readonly output: vscode.Uri };
  readonly text: string;
  readonly sourceHash: string;
  readonly outputs: OutputRecord;
  /** Whether the user said that a stranger's file may be overwritten. */
  readonly mayOverwrite: boolean;
}

/**
 * Writes the translation under another name beside its place, and gives it its name then: nothing half-written ever has
 * it. Throws a DocumentFault.
 */
export async function writeOutput({ job, text, sourceHash, outputs, mayOverwrite }: WriteOutputOptions): Promise<void> {
  const { output, source, language } = job;
  const bytes = new TextEncoder().encode(text);
  const outputHash = hashBytes(bytes);
  const name = output.path.split("/").at(-1) ?? "";
  const part = vscode.Uri.joinPath(output, "..", `.${name}.${Date.now().toString(36)}.euroscribe-part`);
  const { fs } = vscode.workspace;
  try {
    // What is the same keeps its time.
    if ((await readHash(output)) === outputHash) {
      await outputs.add({ output: output.toString(), source: source.toString(), language, outputHash, sourceHash });
      return;
    }
    await fs.createDirectory(vscode.Uri.joinPath(output, ".."));
    await fs.writeFile(part, bytes);
    if (!mayOverwrite && (await isStranger(job, outputs)))
      throw new DocumentFault(vscode.l10n.t("{0} was changed meanwhile, and was left as it is.", name));
    await outputs.add({ output: output.toString(), source: source.toString(), language, outputHash, sourceHash });
    await fs.rename(part, output, { overwrite: true });
  } catch (error) {
    await Promise.resolve(fs.delete(part)).catch(() => {});
    if (error instanceof DocumentFault) throw error;
    throw new DocumentFault(vscode.l10n.t("{0} can't be written. {1}", name, describeFileFault(error)));
  }
}

async function readHash(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return hashBytes(await vscode.workspace.fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === "FileNotFound") return undefined;
    throw new DocumentFault(describeFileFault(error));
  }
}
