import { AssistantError } from "../../../src/core/errors.ts";
import type { LogLine } from "./recordingLogger.ts";

/** Strings that stand for what must never be seen anywhere but in a request's body and headers. */
export const CANARIES = {
  key: "sk-canary-key-3f9c",
  text: "Kanarjun-tat-test-81d2",
  prompt: "canary-prompt-c04b",
} as const;

/** Where canaries are found in an error (its message, its stack, its detail, but not its partial text) or in logs; I4. */
export function findCanaries({ error, logs }: { error: unknown; logs: readonly LogLine[] }): string[] {
  const places: Record<string, string> = { logs: JSON.stringify(logs) };
  if (error instanceof AssistantError) {
    places.message = error.message;
    places.stack = error.stack ?? "";
    places.detail = JSON.stringify(error.detail);
    places.cause = String(error.cause);
  }
  return Object.entries(places).flatMap(([place, content]) =>
    Object.entries(CANARIES).flatMap(([name, canary]) => (content.includes(canary) ? [`${name} in ${place}`] : [])),
  );
}
