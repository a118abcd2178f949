import * as vscode from "vscode";
import type { IssueEntry } from "../../../node/memory/issueRecord.ts";
import { DocumentFault } from "../documentFault.ts";
import { readDocumentSource } from "../documentSource.ts";
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

/** Lists what an earlier window knew of translations, as far as they and their sources are what they were. */
export async function restoreIssues({ store, issues }: Pick<DocumentAssistant, "store" | "issues">): Promise<void> {
  const record = await store.openIssues().catch(() => undefined);
  for (const output of record?.outputs() ?? []) {
    await ifReadable(async () => {
      const uri = vscode.Uri.parse(output, true);
      const { text, hash } = await readDocumentSource(uri);
      const known = record?.find(output, hash);
      if (!known || known.issues.length === 0) return;
      const source = await readDocumentSource(vscode.Uri.parse(known.source, true));
      if (source.hash === known.sourceHash) issues.restore({ uri, source, language: known.language }, text, known);
    });
  }
}

/** A file that is gone has nothing to look at. */
async function ifReadable(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error;
  }
}
