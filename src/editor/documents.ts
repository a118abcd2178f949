import { stat } from "node:fs/promises";
import path from "node:path";
import type * as vscode from "vscode";
import type { DocumentsOptions, LoadedDocuments } from "./documents/loadDocuments.ts";
import { Late } from "./late.ts";
import { ISSUES_FILE, listRuns } from "./listRuns.ts";

/** Translating documents. Its code is loaded with the first use, and not with the window. */
export class Documents implements vscode.Disposable {
  readonly #options: DocumentsOptions;
  readonly #loaded: Late<LoadedDocuments>;

  constructor(options: DocumentsOptions) {
    this.#options = options;
    this.#loaded = new Late(async () => (await import("./documents/loadDocuments.ts")).loadDocuments(options));
  }

  readonly load = (): Promise<LoadedDocuments> => this.#loaded.get();

  /** Whether there is the record of a run that didn't come to its end. */
  async hasRun(): Promise<boolean> {
    return (await listRuns(this.#options.folder)).length > 0;
  }

  /** Whether there may be something to look at in a document that was translated in an earlier window. */
  async hasIssues(): Promise<boolean> {
    const found = await stat(path.join(this.#options.folder, ISSUES_FILE)).catch(() => undefined);
    return found !== undefined && found.size > 0;
  }

  dispose(): void {
    this.#loaded.ifLoaded((loaded) => loaded.dispose());
  }
}
