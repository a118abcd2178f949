import type * as vscode from "vscode";
import { type HostMessage, MOST_ENTRIES } from "../../protocol.ts";
import type { Entry } from "./entry.ts";

/** The runs of this session, in memory alone. One of them is shown. */
export class Entries implements vscode.Disposable {
  #all: readonly Entry[] = [];
  #shown: Entry | undefined;
  #lastId = 0;

  get shown(): Entry | undefined {
    return this.#shown;
  }

  nextId(): number {
    return ++this.#lastId;
  }

  find(id: number): Entry | undefined {
    return this.#all.find((entry) => entry.id === id);
  }

  /** Adds a run and shows it; the oldest ones go. */
  add(entry: Entry): void {
    const all = [entry, ...this.#all];
    for (const old of all.slice(MOST_ENTRIES)) old.dispose();
    this.#all = all.slice(0, MOST_ENTRIES);
    this.#shown = entry;
  }

  show(entry: Entry): void {
    this.#shown = entry;
  }

  /** Forgets every run but those that `isKept`. */
  clear(isKept: (entry: Entry) => boolean): void {
    for (const entry of this.#all) if (!isKept(entry)) entry.dispose();
    this.#all = this.#all.filter(isKept);
    this.#shown = this.#all[0];
  }

  /** For the page's list, the newest first. */
  list(): HostMessage & { kind: "history" } {
    return { kind: "history", entries: this.#all.map(({ id, title, excerpt }) => ({ id, title, excerpt })) };
  }

  dispose(): void {
    this.clear(() => false);
  }
}
