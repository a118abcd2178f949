import { isRecord } from "./isRecord.ts";

/** What an error's body says, whatever its shape. Its text serves to recognise the fault, and is never passed on. */
export interface ErrorFacts {
  /** All of its sentences and codes, joined; an HTML page has none. */
  readonly text: string;
  /** Values of `code` and `type`, in lower case. */
  readonly codes: readonly string[];
  /** Names of request fields that it points at by `param` or `loc`. */
  readonly fields: readonly string[];
  /** An HTTP status in the body: a 200 may hold an error that has one. */
  readonly status: number | undefined;
  /** Tokens, as llama-server tells them. */
  readonly limit: number | undefined;
  readonly requested: number | undefined;
}

/** FastAPI repeats what it was sent: the user's words must not be taken for the server's. */
const ECHOES: ReadonlySet<string> = new Set(["input", "messages", "prompt", "body", "ctx"]);
const DEEPEST = 8;
const LONGEST = 16_384;

/**
 * Reads `{"error": "…"}`, `{"error": {…}}`, errors inside errors, a `message` that is an object or holds JSON, FastAPI's
 * `{"detail": […]}`, and plain text alike: it collects what stands anywhere in it.
 */
export function readErrorBody(body: string): ErrorFacts {
  const found = {
    texts: [] as string[],
    codes: [] as string[],
    fields: [] as string[],
    numbers: new Map<string, number>(),
  };
  const text = body.slice(0, LONGEST).trim();
  collect(parseJson(body) ?? (text.startsWith("<") ? "" : text), { found, depth: 0, key: "" });
  const { numbers } = found;
  return {
    text: found.texts.join("\n").slice(0, LONGEST),
    codes: found.codes,
    fields: found.fields,
    status: [numbers.get("status"), numbers.get("status_code"), numbers.get("code")].find(isErrorStatus),
    limit: numbers.get("n_ctx"),
    requested: numbers.get("n_prompt_tokens"),
  };
}

interface Found {
  readonly texts: string[];
  readonly codes: string[];
  readonly fields: string[];
  readonly numbers: Map<string, number>;
}

interface Place {
  readonly found: Found;
  readonly depth: number;
  readonly key: string;
}

function collect(value: unknown, { found, depth, key }: Place): void {
  if (depth > DEEPEST || found.texts.length > 200) return;
  if (typeof value === "string") collectString(value, { found, depth, key });
  else if (typeof value === "number") found.numbers.set(key, value);
  else if (Array.isArray(value)) for (const item of value) collect(item, { found, depth: depth + 1, key });
  else if (isRecord(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (!ECHOES.has(name)) collect(member, { found, depth: depth + 1, key: name });
    }
  }
}

function collectString(value: string, { found, depth, key }: Place): void {
  const inner = /^\s*[[{]/.test(value) ? parseJson(value) : undefined;
  if (inner !== undefined) {
    collect(inner, { found, depth: depth + 1, key });
    return;
  }
  found.texts.push(value);
  if (key === "code" || key === "type") found.codes.push(value.toLowerCase());
  if (key === "param" || key === "loc") found.fields.push(...value.split(/[,.\s]+/));
  if (/^(?:code|status|status_code)$/.test(key) && /^[45]\d\d$/.test(value)) found.numbers.set(key, Number(value));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isErrorStatus(status: number | undefined): boolean {
  return status !== undefined && Number.isInteger(status) && status >= 400 && status < 600;
}
