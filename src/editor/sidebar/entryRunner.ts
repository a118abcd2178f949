import { characterCleaner } from "../../core/writing/cleanCharacters.ts";
import type { Refinement } from "../../core/writing/task.ts";
import type { HostMessage } from "../../protocol.ts";
import { askForAnother } from "../askForAnother.ts";
import { type Asker, askModel } from "../askModel.ts";
import { joinTexts } from "../placeTexts.ts";
import type { Remedy } from "../reportError.ts";
import { progressTitle } from "../taskTitles.ts";
import { toAssistantError } from "../toAssistantError.ts";
import type { Try } from "../tries.ts";
import { DeltaBuffer } from "./deltaBuffer.ts";
import type { Entry } from "./entry.ts";

export interface EntryRunnerOptions {
  readonly asker: Asker;
  readonly post: (message: HostMessage) => void;
  readonly describe: (error: ReturnType<typeof toAssistantError>, entry: Entry) => Failure;
}

/** An error as the page shows it. */
export interface Failure {
  readonly message: string;
  readonly remedies: readonly Remedy[];
}

export interface Ask {
  /** 0 for the likeliest answer. */
  readonly temperature: number;
  readonly refinements?: readonly Refinement[];
}

/** Asks once, and shows what arrives from the beginning. */
type AskOnce = (ask: Ask) => Promise<Try>;

interface Listening {
  readonly stream: { readonly buffer: DeltaBuffer; readonly add: (piece: string, index: number) => void };
  readonly signal: AbortSignal;
}

/** Characters of a running answer that are shown: what comes after them is in the result alone. */
const MOST_SHOWN = 500_000;

/** Has the model answer entries, one at a time, and tells the page what arrives. */
export class EntryRunner {
  readonly #options: EntryRunnerOptions;
  #running: { readonly entry: Entry; readonly controller: AbortController; readonly buffer: DeltaBuffer } | undefined;

  constructor(options: EntryRunnerOptions) {
    this.#options = options;
  }

  get running(): Entry | undefined {
    return this.#running?.entry;
  }

  cancel(): void {
    this.#running?.controller.abort();
  }

  /** Tells the page what has been gathered for it. */
  flush(): void {
    this.#running?.buffer.flush();
  }

  /** Adds a try to the entry, or says in it why there is none. Rejects never. */
  ask(entry: Entry, ask: Ask): Promise<void> {
    return this.#run(entry, (askOnce) => askOnce(ask));
  }

  /** The same with an answer that differs from the entry's earlier ones, or a word in it that none came. */
  askForAnother(entry: Entry): Promise<void> {
    return this.#run(entry, (askOnce) =>
      askForAnother({ ask: (temperature) => askOnce({ temperature }), earlier: entry.tries?.all ?? [] }),
    );
  }

  async #run(entry: Entry, work: (askOnce: AskOnce) => Promise<Try | undefined>): Promise<void> {
    if (this.#running) return;
    const controller = new AbortController();
    const stream = this.#stream(entry);
    this.#running = { entry, controller, buffer: stream.buffer };
    try {
      const answer = await work((ask) => this.#askOnce(entry, { ...ask, stream, signal: controller.signal }));
      await entry.addTry(answer);
    } catch (thrown) {
      stream.buffer.flush();
      this.#fail(entry, toAssistantError(thrown));
    } finally {
      this.#running = undefined;
      stream.buffer.flush();
      await entry.updateTarget();
      this.#post(entry);
    }
  }

  #askOnce(entry: Entry, { temperature, refinements, stream, signal }: Ask & Listening): Promise<Try> {
    stream.buffer.flush();
    entry.begin();
    this.#post(entry);
    return askModel(this.#options.asker, {
      task: entry.task,
      progressTitle: progressTitle(entry.task),
      sources: entry.sources,
      document: entry.target,
      temperature,
      ...(refinements && { refinements }),
      signal,
      onDelta: stream.add,
      onSecondTry: () => {
        stream.buffer.flush();
        entry.beginChecking();
        this.#post(entry);
      },
    });
  }

  #stream(entry: Entry): Listening["stream"] {
    const clean = characterCleaner(joinTexts(entry.sources));
    let last = 0;
    const buffer = new DeltaBuffer((text) => {
      const shown = entry.receive(clean(text), MOST_SHOWN);
      if (shown !== "") this.#options.post({ kind: "delta", entry: entry.id, text: shown });
    });
    const add = (piece: string, index: number) => {
      if (index !== last) buffer.add("\n\n");
      last = index;
      buffer.add(piece);
    };
    return { buffer, add };
  }

  #fail(entry: Entry, error: ReturnType<typeof toAssistantError>): void {
    if (error.kind === "cancelled") entry.cancelled();
    else entry.fail(this.#options.describe(error, entry));
  }

  #post(entry: Entry): void {
    this.#options.post({ kind: "entry", entry: entry.view() });
  }
}
