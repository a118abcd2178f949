import * as vscode from "vscode";

/** A command that is waiting for a model. */
export interface Run extends vscode.Disposable {
  /** What it is doing, in the user's language. */
  readonly title: string;
  readonly signal: AbortSignal;
  /** Characters that have arrived so far. */
  readonly received: number;
  readonly addReceived: (characters: number) => void;
}

/** The runs under way, for the status bar to show and Cancel to end. */
export class Runs implements vscode.Disposable {
  readonly #runs = new Set<ActiveRun>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.#changed.event;
  /** The window closes: what ends now wasn't ended by the user. */
  isClosing = false;

  /** Begins a run; dispose it when it has ended, however it ended. */
  begin(title: string): Run {
    const run = new ActiveRun(title, () => {
      if (run.isDisposed) this.#runs.delete(run);
      this.#changed.fire();
    });
    this.#runs.add(run);
    this.#changed.fire();
    return run;
  }

  get newest(): Run | undefined {
    return [...this.#runs].at(-1);
  }

  get count(): number {
    return this.#runs.size;
  }

  cancelAll(): void {
    for (const run of this.#runs) run.cancel();
  }

  dispose(): void {
    this.isClosing = true;
    this.cancelAll();
    this.#changed.dispose();
  }
}

class ActiveRun implements Run {
  readonly title: string;
  readonly #controller = new AbortController();
  readonly #onChange: () => void;
  received = 0;
  isDisposed = false;

  constructor(title: string, onChange: () => void) {
    this.title = title;
    this.#onChange = onChange;
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  readonly addReceived = (characters: number): void => {
    this.received += characters;
    this.#onChange();
  };

  cancel(): void {
    this.#controller.abort();
  }

  dispose(): void {
    this.isDisposed = true;
    this.#onChange();
  }
}
