import type * as vscode from "vscode";
import type { FormatName } from "../../core/document/formats/documentFormat.ts";
import type { KnownTranslation } from "../../core/document/links/linkTranslations.ts";
import { moveRanges } from "../../core/document/links/moveRanges.ts";
import type { RewrittenLinks } from "../../core/document/links/rewriteLinks.ts";
import type { TranslatedDocument } from "../../core/document/translateDocument.ts";
import type { Locale } from "../../core/languages.ts";
import type { DocumentThread } from "../../node/documents/documentThread.ts";
import { readDocumentSettings } from "../settings.ts";
import { DocumentFault } from "./documentFault.ts";
import { readDocumentSource } from "./documentSource.ts";
import { outputUri } from "./outputUri.ts";
import type { DocumentJob } from "./planOutputs.ts";

export interface LinkingOptions {
  readonly format: FormatName;
  readonly thread: DocumentThread;
  readonly signal: AbortSignal;
}

/**
 * A translation whose links to other documents point to their translations, as far as there are some by now: where
 * `euroscribe.linkTranslations` wants it and the translation is a file; else the translation as it is.
 */
export async function withLinkedTranslations(
  job: DocumentJob,
  result: TranslatedDocument,
  options: LinkingOptions,
): Promise<TranslatedDocument> {
  const { text, edits } = await linkOutput(job, result.text, options);
  const moved = moveRanges(
    result.issues.map((issue) => issue.output),
    edits,
  );
  const issues = result.issues.map((issue, index) => ({ ...issue, output: moved[index] ?? issue.output }));
  return { ...result, text, issues };
}

/** The same for a text that stands in the output, with what was edited. */
export async function linkOutput(
  { source, output, language }: DocumentJob,
  text: string,
  { format, thread, signal }: LinkingOptions,
): Promise<RewrittenLinks> {
  if (!output || !readDocumentSettings(source).linksTranslations) return { text, edits: [] };
  const document = { output: text, format, path: pathOf(output) };
  return thread.linkTranslations(
    document,
    (path) => findTranslation(source.with({ path: `/${path}` }), language),
    signal,
  );
}

/** From the root of the file system, as relative links are resolved. */
export function pathOf({ path }: vscode.Uri): string {
  return path.replace(/^\/+/, "");
}

/** What can't be read has no translation to link to. */
async function findTranslation(source: vscode.Uri, language: Locale): Promise<KnownTranslation | undefined> {
  const output = outputUri(source, language);
  if (!output) return undefined;
  try {
    const [original, translation] = await Promise.all([readDocumentSource(source), readDocumentSource(output)]);
    return { path: pathOf(output), source: original.text, output: translation.text, format: original.format };
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error;
    return undefined;
  }
}
