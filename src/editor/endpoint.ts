import * as v from "valibot";
import { type EndpointUrl, endpointUrl } from "../core/chat/endpointUrl.ts";

const positive = v.pipe(v.number(), v.integer(), v.minValue(1));
const limits = {
  name: v.pipe(v.string(), v.trim(), v.minLength(1)),
  model: v.pipe(v.string(), v.trim(), v.minLength(1)),
  /** Tokens. */
  maxContext: v.optional(positive),
  concurrency: v.optional(positive),
  /** Milliseconds. */
  firstTokenTimeout: v.optional(positive),
  /** Milliseconds. */
  idleTimeout: v.optional(positive),
};

const openaiEndpoint = v.strictObject({ ...limits, kind: v.optional(v.literal("openai"), "openai"), url: v.string() });
const builtinEndpoint = v.strictObject({ ...limits, kind: v.literal("builtin") });
const endpoints = v.array(v.variant("kind", [builtinEndpoint, openaiEndpoint]));

/** Where text can go, as `euroscribe.endpoints` names it. */
export type Endpoint = v.InferOutput<typeof openaiEndpoint> | v.InferOutput<typeof builtinEndpoint>;

/** What serves until the user names an endpoint: the model inside the extension, on this computer. */
export const BUILTIN_ENDPOINT: Endpoint = { name: "Built-in model", kind: "builtin", model: "auto" };

/** Checks the setting's value; the error names the first thing that is wrong with it. */
export function parseEndpoints(
  value: unknown,
): { readonly endpoints: readonly Endpoint[] } | { readonly problem: string } {
  const result = v.safeParse(endpoints, value);
  if (!result.success) return { problem: describeIssue(result.issues[0]) };
  const names = result.output.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return { problem: `two endpoints are named "${twice}"` };
  return { endpoints: result.output };
}

/** Adds the built-in model at the end, unless the list has one already or gives its name to something else. */
export function withBuiltin(listed: readonly Endpoint[]): readonly Endpoint[] {
  const isThere = listed.some(({ kind, name }) => kind === "builtin" || name === BUILTIN_ENDPOINT.name);
  return isThere ? listed : [...listed, BUILTIN_ENDPOINT];
}

/** The origin that an endpoint's text and key are bound to; `undefined` for the built-in model and for no valid address. */
export function endpointOrigin(endpoint: Endpoint): string | undefined {
  return endpoint.kind === "builtin" ? undefined : addressOf(endpoint)?.origin;
}

/** Whether the endpoint is on the machine that the extension runs on. */
export function isOnThisComputer(endpoint: Endpoint): boolean {
  return endpoint.kind === "builtin" || addressOf(endpoint)?.isLoopback === true;
}

/** What can't be an address is reported when it is used; until then it is nowhere. */
function addressOf({ url }: { readonly url: string }): EndpointUrl | undefined {
  try {
    return endpointUrl(url);
  } catch {
    return undefined;
  }
}

function describeIssue({
  path = [],
  message,
}: Pick<v.BaseIssue<unknown>, "message"> & { path?: readonly { readonly key?: unknown }[] | undefined }): string {
  return `${path.map(({ key }) => String(key)).join(".") || "endpoints"}: ${message}`;
}
