import type * as vscode from "vscode";
import type { DocumentsOptions, LoadedDocuments } from "./documents/loadDocuments.ts";
import { listRuns } from "./listRuns.ts";

/** Translating documents. Its code is loaded with the first use, and not with the window. */
export class Documents implements vscode.Disposable {
  readonly #options: DocumentsOptions;
  #loaded: Promise<LoadedDocuments> | undefined;

  constructor(options: DocumentsOptions) {
    this.#options = options;
  }

  readonly load = (): Promise<LoadedDocuments> => {
    this.#loaded ??= this.#load();
    return this.#loaded;
  };

  /** Whether there is the record of a run that didn't come to its end. */
  async hasRun(): Promise<boolean> {
    return (await listRuns(this.#options.folder)).length > 0;
  }

  dispose(): void {
    void this.#loaded?.then((loaded) => loaded.dispose());
  }

  async #load(): Promise<LoadedDocuments> {
    const { loadDocuments } = await import("./documents/loadDocuments.ts");
    return loadDocuments(this.#options);
  }
}
