import type * as vscode from "vscode";
import type { DocumentsOptions, LoadedDocuments } from "./documents/loadDocuments.ts";
import { Late } from "./late.ts";
import { listRuns } from "./listRuns.ts";

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

  dispose(): void {
    this.#loaded.ifLoaded((loaded) => loaded.dispose());
  }
}
