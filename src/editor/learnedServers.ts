import * as v from "valibot";
import type * as vscode from "vscode";
import { SERVER_KINDS, type ServerLimits } from "../core/chat/serverLimits.ts";
import { NO_THINKING_FIELDS, type ServerQuirks } from "../core/chat/serverQuirks.ts";

/** What was learned of an endpoint's server: its limits, and what it refused. */
export interface Learned extends ServerLimits {
  readonly quirks?: Partial<ServerQuirks>;
}

/** Which server and model it is true of: another model there has another context. */
export interface LearnedFrom {
  readonly url: string;
  readonly model: string;
}

/** What was learned is kept with the endpoint on this computer, until it is learned anew. */
export interface LearnedServers {
  of(endpoint: LearnedFrom): Learned;
  /** What isn't given stays as it was. */
  add(endpoint: LearnedFrom, learned: Learned): Promise<void>;
  forget(endpoint: LearnedFrom): Promise<void>;
}

const KEY = "learnedServers";
/** The oldest is forgotten first. */
const MOST = 100;

const tokens = v.pipe(v.number(), v.integer(), v.minValue(1));
const learnedSchema = v.object({
  kind: v.optional(v.picklist(SERVER_KINDS)),
  contextTokens: v.optional(tokens),
  slots: v.optional(tokens),
  quirks: v.optional(
    v.object({
      foldsSystem: v.optional(v.boolean()),
      maxTokensField: v.optional(v.picklist(["max_tokens", "max_completion_tokens", "none"])),
      sendsTemperature: v.optional(v.boolean()),
      streams: v.optional(v.boolean()),
      isUnderV1: v.optional(v.boolean()),
      noThinking: v.optional(v.picklist(["unasked", ...NO_THINKING_FIELDS, "refused"])),
    }),
  ),
});

export function createLearnedServers(state: Pick<vscode.Memento, "get" | "update">): LearnedServers {
  const all = (): Readonly<Record<string, unknown>> => state.get<Readonly<Record<string, unknown>>>(KEY, {});
  const of = (endpoint: LearnedFrom): Learned => {
    // An older version may have written it: what doesn't fit is as if nothing had been learned.
    const parsed = v.safeParse(learnedSchema, all()[nameOf(endpoint)]);
    return parsed.success ? withoutGaps(parsed.output) : {};
  };
  return {
    of,
    add: async (endpoint, { quirks, ...limits }) => {
      const before = of(endpoint);
      const { [nameOf(endpoint)]: _, ...others } = all();
      const learned = { ...before, ...limits, quirks: { ...before.quirks, ...quirks } };
      await state.update(
        KEY,
        Object.fromEntries([...Object.entries(others), [nameOf(endpoint), learned]].slice(-MOST)),
      );
    },
    forget: async (endpoint) => {
      const { [nameOf(endpoint)]: _, ...others } = all();
      await state.update(KEY, others);
    },
  };
}

function nameOf({ url, model }: LearnedFrom): string {
  return JSON.stringify([url, model]);
}

function withoutGaps({ kind, contextTokens, slots, quirks = {} }: v.InferOutput<typeof learnedSchema>): Learned {
  return {
    ...(kind !== undefined && { kind }),
    ...(contextTokens !== undefined && { contextTokens }),
    ...(slots !== undefined && { slots }),
    quirks: Object.fromEntries(Object.entries(quirks).filter(([, value]) => value !== undefined)),
  };
}
