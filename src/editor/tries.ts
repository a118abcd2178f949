import type { TaskResult } from "../core/writing/runTask.ts";

/** One answer to all the selections of a run, in their order. */
export type Try = readonly TaskResult[];

/** The answers to the same sources so far, one of which is shown. */
export class Tries {
  #all: readonly Try[];
  #shown = 0;

  constructor(first: Try) {
    this.#all = [first];
  }

  get all(): readonly Try[] {
    return this.#all;
  }

  get shown(): Try {
    return this.#all[this.#shown] ?? [];
  }

  get texts(): readonly string[] {
    return this.shown.map(({ text }) => text);
  }

  /** From 0. */
  get position(): number {
    return this.#shown;
  }

  get count(): number {
    return this.#all.length;
  }

  get hasEarlier(): boolean {
    return this.#shown > 0;
  }

  get hasLater(): boolean {
    return this.#shown < this.#all.length - 1;
  }

  showEarlier(): void {
    if (this.hasEarlier) this.#shown--;
  }

  showLater(): void {
    if (this.hasLater) this.#shown++;
  }

  /** Adds an answer and shows it. */
  add(answer: Try): void {
    this.#all = [...this.#all, answer];
    this.#shown = this.#all.length - 1;
  }
}
