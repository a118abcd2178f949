import * as vscode from "vscode";
import { findFormat } from "../../core/document/formats/documentFormat.ts";
import { withoutTranslations } from "../../core/document/withoutTranslations.ts";
import { AssistantError } from "../../core/errors.ts";
import type { Locale } from "../../core/languages.ts";
import { DocumentFault, describeFileFault } from "./documentFault.ts";
import { outputUri } from "./outputUri.ts";
import type { Fault } from "./planOutputs.ts";

export interface FindDocumentsOptions {
  readonly to: readonly Locale[];
  readonly from: Locale | undefined;
  readonly signal: AbortSignal;
}

export interface FoundDocuments {
  readonly uris: readonly vscode.Uri[];
  /** Folders that can't be read, or have nothing to translate in them. */
  readonly faults: readonly Fault[];
}

/**
 * The documents of files and folders, each once. Of a folder all Markdown is taken that isn't a translation already:
 * among the plain text of a folder there are lists and settings.
 */
export async function findDocuments(
  uris: readonly vscode.Uri[],
  options: FindDocumentsOptions,
): Promise<FoundDocuments> {
  const found = new Map<string, vscode.Uri>();
  const faults: Fault[] = [];
  for (const uri of uris) {
    try {
      const inside = (await isFolder(uri)) ? await findSources(uri, options) : [uri];
      for (const one of inside) found.set(one.toString(), one);
    } catch (error) {
      if (error instanceof AssistantError) throw error;
      faults.push({ uri, message: error instanceof DocumentFault ? error.message : describeFileFault(error) });
    }
  }
  return { uris: [...found.values()], faults };
}

async function findSources(folder: vscode.Uri, options: FindDocumentsOptions): Promise<readonly vscode.Uri[]> {
  const sources = leaveOutTranslations(await findInFolder(folder, options.signal), options);
  if (sources.length === 0) throw new DocumentFault(vscode.l10n.t("There is no Markdown to translate in this folder."));
  return sources;
}

async function isFolder(uri: vscode.Uri): Promise<boolean> {
  try {
    return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
  } catch {
    return false;
  }
}

async function findInFolder(folder: vscode.Uri, signal: AbortSignal): Promise<readonly vscode.Uri[]> {
  const found: vscode.Uri[] = [];
  const entries = await vscode.workspace.fs.readDirectory(folder);
  for (const [name, type] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (signal.aborted) break;
    const uri = vscode.Uri.joinPath(folder, name);
    const format = findFormat(name);
    // Links are left alone: they may lead out of the folder, or round in a circle.
    if (type === vscode.FileType.Directory && !/^\.|^node_modules$/u.test(name))
      found.push(...(await findInFolder(uri, signal)));
    else if (type === vscode.FileType.File && format && format !== "text") found.push(uri);
  }
  return found;
}

function leaveOutTranslations(uris: readonly vscode.Uri[], options: FindDocumentsOptions): readonly vscode.Uri[] {
  const byName = new Map(uris.map((uri) => [uri.toString(), uri]));
  const outputOf = (file: string, language: Locale) => outputUri(vscode.Uri.parse(file), language)?.toString() ?? file;
  return withoutTranslations([...byName.keys()], { ...options, outputOf }).flatMap((name) => byName.get(name) ?? []);
}
