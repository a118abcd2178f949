import * as vscode from "vscode";
import type { Locale } from "../../core/languages.ts";
import { isProtected } from "../isEditable.ts";
import { outputUri, rootOf } from "./outputUri.ts";

/** A document and a language that it is translated into. */
export interface DocumentJob {
  readonly source: vscode.Uri;
  readonly language: Locale;
  /** `undefined` where the result is opened untitled: the source is no file, or its file system can't be written to. */
  readonly output: vscode.Uri | undefined;
}

export interface Fault {
  readonly uri: vscode.Uri;
  readonly message: string;
}

export interface PlannedJobs {
  readonly jobs: readonly DocumentJob[];
  readonly faults: readonly Fault[];
}

/** Where everything is going to be written. What must not be written there is a fault, and no job. */
export async function planJobs(sources: readonly vscode.Uri[], languages: readonly Locale[]): Promise<PlannedJobs> {
  const wanted = sources.flatMap((source) =>
    languages.map((language): DocumentJob & { readonly isOutside: boolean } => {
      if (!isWritableFile(source)) return { source, language, output: undefined, isOutside: false };
      const output = outputUri(source, language);
      return { source, language, output, isOutside: output === undefined };
    }),
  );
  const sourceNames = new Set(sources.map(String));
  const counts = new Map<string, number>();
  for (const { output } of wanted) if (output) counts.set(keyOf(output), (counts.get(keyOf(output)) ?? 0) + 1);
  const jobs: DocumentJob[] = [];
  const faults: Fault[] = [];
  for (const { isOutside, ...job } of wanted) {
    const message = isOutside
      ? vscode.l10n.t("Its translation would be written outside of the workspace: see euroscribe.outputPath.")
      : await findFault(job, { sourceNames, counts });
    if (message === undefined) jobs.push(job);
    else faults.push({ uri: job.source, message });
  }
  return { jobs, faults };
}

interface Surroundings {
  readonly sourceNames: ReadonlySet<string>;
  readonly counts: ReadonlyMap<string, number>;
}

async function findFault(
  { source, output }: DocumentJob,
  { sourceNames, counts }: Surroundings,
): Promise<string | undefined> {
  if (!output) return undefined;
  const name = vscode.workspace.asRelativePath(output);
  if (sourceNames.has(output.toString())) return vscode.l10n.t("Its translation would overwrite the source {0}.", name);
  if ((counts.get(keyOf(output)) ?? 0) > 1)
    return vscode.l10n.t("Another translation would be written to {0} as well: see euroscribe.outputPath.", name);
  if (isProtected(output)) return vscode.l10n.t("Nothing is written to {0}, which steers the editor.", name);
  if (await leadsElsewhere(output, rootOf(source)))
    return vscode.l10n.t("{0} leads out of the workspace by a link.", name);
  return undefined;
}

/** Whether a folder on the way is a link, which may lead anywhere. */
async function leadsElsewhere(output: vscode.Uri, root: vscode.Uri): Promise<boolean> {
  for (let at = output; at.path.length > root.path.length; at = vscode.Uri.joinPath(at, "..")) {
    const stat = await Promise.resolve(vscode.workspace.fs.stat(at)).catch(() => undefined);
    if (stat && (stat.type & vscode.FileType.SymbolicLink) !== 0) return true;
  }
  return false;
}

function isWritableFile({ scheme }: vscode.Uri): boolean {
  return scheme !== "untitled" && vscode.workspace.fs.isWritableFileSystem(scheme) === true;
}

/** File names that differ in case alone are the same in many file systems: neither is to overwrite the other. */
function keyOf(uri: vscode.Uri): string {
  return uri.toString().normalize("NFC").toLowerCase();
}
