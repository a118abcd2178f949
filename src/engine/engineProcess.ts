import { answerRequest } from "./answerRequest.ts";
import { type EngineFailure, type FromEngine, parseToEngine, type ToEngine } from "./engineProtocol.ts";
import { namesMemory } from "./exitError.ts";
import { type LoadedEngine, loadEngine } from "./loadEngine.ts";

/**
 * The process that holds the built-in model. It talks over the channel of the process that forked it and by no other
 * way: it opens no port, and writes no text to stdout or stderr.
 */
function main(): void {
  const cancelled = new Set<number>();
  let loading: Promise<LoadedEngine | undefined> = Promise.resolve(undefined);
  let line: Promise<void> = Promise.resolve();

  // At once, whatever a native thread is doing: nobody is left to hear the rest.
  process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));
  process.on("message", (raw) => {
    const message = parseToEngine(raw);
    if (message !== undefined) receive(message);
  });

  function receive(message: ToEngine): void {
    switch (message.kind) {
      case "load":
        loading = load(message);
        return;
      case "complete":
        line = line.then(async () => {
          const engine = await loading;
          if (engine !== undefined) await complete(engine, message, () => cancelled.has(message.id));
          cancelled.delete(message.id);
        });
        return;
      case "cancel":
        cancelled.add(message.id);
        return;
      default:
        message satisfies never;
    }
  }
}

async function load(message: Extract<ToEngine, { kind: "load" }>): Promise<LoadedEngine | undefined> {
  let log = "";
  let step = "";
  try {
    const engine = await loadEngine(message, {
      onLog: (text) => {
        log = (log + text).slice(-4096);
      },
      onStep: (name) => {
        step = name;
      },
    });
    send({ kind: "ready", contextTokens: engine.contextTokens, threads: engine.threads });
    return engine;
  } catch (error) {
    send({ kind: "loadFailed", ...describe(error, { step, log }) });
    return undefined;
  }
}

async function complete(
  engine: LoadedEngine,
  { id, ...request }: Extract<ToEngine, { kind: "complete" }>,
  isCancelled: () => boolean,
): Promise<void> {
  try {
    const answer = await answerRequest(engine, request, {
      onText: (text) => send({ kind: "delta", id, text }),
      isCancelled,
    });
    send({ kind: "done", id, ...answer });
  } catch (error) {
    send({ kind: "failed", id, ...describe(error, { step: "answer", log: "" }) });
  }
}

/** A code or a class and no message of the library's: those may quote a path, and a template's may quote the text. */
function describe(error: unknown, { step, log }: { readonly step: string; readonly log: string }) {
  const { name, message, code } = error as {
    readonly name?: string;
    readonly message?: string;
    readonly code?: string;
  };
  const isMemory = name === "InsufficientMemoryError" || namesMemory(`${message} ${log}`);
  const failure: EngineFailure = isMemory ? "outOfMemory" : "engineFailed";
  return { failure, reason: `${step}: ${code ?? name ?? "unknown"}` };
}

function send(message: FromEngine): void {
  // Once the channel is closed there is nobody to tell, and the process is about to end.
  if (process.connected) process.send?.(message);
}

main();
