import * as v from "valibot";
import { AssistantError } from "../core/errors.ts";
import type { Endpoint } from "./endpoint.ts";

const endpointArgument = v.optional(v.nullable(v.strictObject({ endpoint: v.optional(v.pipe(v.string(), v.trim())) })));

/**
 * The endpoint that a keybinding or an error's button names: `{ "endpoint": "Cluster" }`; `undefined` where the user
 * is to be asked. Throws `invalidArguments`. Keys are never arguments.
 */
export function namedEndpoint(argument: unknown, endpoints: readonly Endpoint[]): Endpoint | undefined {
  const parsed = v.safeParse(endpointArgument, argument);
  if (!parsed.success) throw new AssistantError("invalidArguments", { reason: "endpoint: a name, and nothing else" });
  const name = parsed.output?.endpoint;
  if (name === undefined) return undefined;
  const endpoint = endpoints.find((candidate) => candidate.name === name);
  if (!endpoint) throw new AssistantError("invalidArguments", { reason: `endpoint: none is named "${name}"` });
  return endpoint;
}
