import * as vscode from "vscode";
import type { DocumentThread } from "../../../node/documents/documentThread.ts";
import { inThread } from "../../../node/documents/inThread.ts";
import type { IssueEntry } from "../../../node/memory/issueRecord.ts";
import { readDocumentSettings } from "../../settings.ts";
import { DocumentFault } from "../documentFault.ts";
import { type DocumentSource, readDocumentSource } from "../documentSource.ts";
import type { DocumentStore } from "../documentStore.ts";
import type { DocumentAssistant } from "../translateDocuments.ts";

/** Keeps what is to be looked at in a file for the next window. What is in no file is gone with this one. */
export async function keepIssues(
  store: DocumentStore,
  uri: vscode.Uri,
  known: Omit<IssueEntry, "output" | "outputHash">,
): Promise<void> {
  if (uri.scheme === "untitled") return;
  await ifReadable(async () => {
    const { hash: outputHash } = await readDocumentSource(uri);
    // What can't be written is only forgotten with the window.
    const record = await store.openIssues().catch(() => undefined);
    await record?.set({ ...known, output: uri.toString(), outputHash });
  });
}

/**
 * Lists what an earlier window knew of translations that are what they were: of a source that was changed since, what
 * is still in it.
 */
export async function restoreIssues(
  assistant: Pick<DocumentAssistant, "store" | "issues" | "workerScript">,
): Promise<void> {
  const { store, issues, workerScript } = assistant;
  const record = await store.openIssues().catch(() => undefined);
  await inThread(workerScript, async (thread) => {
    for (const output of record?.outputs() ?? []) {
      await ifReadable(async () => {
        const uri = vscode.Uri.parse(output, true);
        const { text, hash } = await readDocumentSource(uri);
        const known = record?.find(output, hash);
        if (!known || known.issues.length === 0) return;
        const source = await readDocumentSource(vscode.Uri.parse(known.source, true));
        const isSame = source.hash === known.sourceHash;
        const left = isSame ? known.issues : await findInLater(source, known.issues, thread);
        issues.restore({ uri, source, language: known.language }, text, left);
      });
    }
  });
}

/** Those whose own source stands in a later state of the document, and where. */
async function findInLater(
  { uri, text, format }: DocumentSource,
  issues: IssueEntry["issues"],
  thread: DocumentThread,
): Promise<IssueEntry["issues"]> {
  const { frontMatterKeys } = readDocumentSettings(uri);
  const passages = issues.map(({ hash, source: { start } }) => ({ hash, start }));
  const options = { text, format, passages, ...(frontMatterKeys && { frontMatterKeys }) };
  const found = await thread.findPassages(options);
  return issues.flatMap((issue, index) => (found[index] ? [{ ...issue, source: found[index] }] : []));
}

/** A file that is gone has nothing to look at. */
async function ifReadable(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error;
  }
}
