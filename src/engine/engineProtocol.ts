import * as v from "valibot";

/** What the extension says to the engine's process. */
export type ToEngine =
  /** The first message, and sent once. */
  | {
      readonly kind: "load";
      readonly modelPath: string;
      /** At most so many; fewer where the model was trained for fewer. */
      readonly contextTokens: number;
      /** Chosen by the engine where it is missing. */
      readonly threads?: number | undefined;
    }
  | ({ readonly kind: "complete"; readonly id: number } & EngineRequest)
  | { readonly kind: "cancel"; readonly id: number };

export interface EngineRequest {
  readonly messages: readonly { readonly role: "system" | "user" | "assistant"; readonly content: string }[];
  readonly temperature: number;
  readonly maxTokens: number;
}

/** What the engine's process says to the extension. Each `complete` is answered by one `done` or `failed`. */
export type FromEngine =
  | { readonly kind: "ready"; readonly contextTokens: number; readonly threads: number }
  | { readonly kind: "loadFailed"; readonly failure: EngineFailure; readonly reason: string }
  | { readonly kind: "delta"; readonly id: number; readonly text: string }
  | ({ readonly kind: "done"; readonly id: number } & EngineAnswer)
  | { readonly kind: "failed"; readonly id: number; readonly failure: EngineFailure; readonly reason: string };

export type EngineFailure = "outOfMemory" | "engineFailed";

export interface EngineAnswer {
  /** Why there is no more text. `contextFull`: with `promptTokens` alone if there was no room to begin. */
  readonly stop: "end" | "maxTokens" | "contextFull" | "cancelled";
  readonly promptTokens: number;
  /** How many of the prompt's tokens were still known from the request before. */
  readonly reusedTokens: number;
  readonly completionTokens: number;
  /** Milliseconds from the start to the first token, and from there to the end. */
  readonly promptMs: number;
  readonly answerMs: number;
}

/** `undefined` for anything that isn't a message to the engine. */
export function parseToEngine(message: unknown): ToEngine | undefined {
  const parsed = v.safeParse(toEngineSchema, message);
  return parsed.success ? parsed.output : undefined;
}

/** `undefined` for anything that isn't a message from the engine. */
export function parseFromEngine(message: unknown): FromEngine | undefined {
  const parsed = v.safeParse(fromEngineSchema, message);
  return parsed.success ? parsed.output : undefined;
}

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const atLeastOne = v.pipe(v.number(), v.integer(), v.minValue(1));
const milliseconds = v.pipe(v.number(), v.minValue(0));
const failure = v.picklist(["outOfMemory", "engineFailed"]);

const chatMessage = v.object({ role: v.picklist(["system", "user", "assistant"]), content: v.string() });

const toEngineSchema: v.GenericSchema<unknown, ToEngine> = v.variant("kind", [
  v.object({
    kind: v.literal("load"),
    modelPath: v.string(),
    contextTokens: atLeastOne,
    threads: v.optional(atLeastOne),
  }),
  v.object({
    kind: v.literal("complete"),
    id: count,
    messages: v.array(chatMessage),
    temperature: v.pipe(v.number(), v.minValue(0)),
    maxTokens: atLeastOne,
  }),
  v.object({ kind: v.literal("cancel"), id: count }),
]);

const fromEngineSchema: v.GenericSchema<unknown, FromEngine> = v.variant("kind", [
  v.object({ kind: v.literal("ready"), contextTokens: atLeastOne, threads: atLeastOne }),
  v.object({ kind: v.literal("loadFailed"), failure, reason: v.string() }),
  v.object({ kind: v.literal("delta"), id: count, text: v.string() }),
  v.object({
    kind: v.literal("done"),
    id: count,
    stop: v.picklist(["end", "maxTokens", "contextFull", "cancelled"]),
    promptTokens: count,
    reusedTokens: count,
    completionTokens: count,
    promptMs: milliseconds,
    answerMs: milliseconds,
  }),
  v.object({ kind: v.literal("failed"), id: count, failure, reason: v.string() }),
]);
