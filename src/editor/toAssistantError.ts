import { AssistantError } from "../core/errors.ts";

/** What was thrown, as an error that the interface knows; a fault of our own names its class. */
export function toAssistantError(thrown: unknown): AssistantError {
  if (thrown instanceof AssistantError) return thrown;
  return new AssistantError("internal", { reason: thrown instanceof Error ? thrown.name : typeof thrown });
}
