import type { ErrorFacts } from "./errorBody.ts";

/** Tokens, where the server told. */
export interface ContextOverflow {
  readonly limit?: number;
  readonly requested?: number;
}

/**
 * Recognises that the text was too long for the model, as llama-server, vLLM, SGLang, LM Studio, Mistral, TGI,
 * LiteLLM and OpenAI put it; `undefined` for anything else.
 */
export function findContextOverflow(facts: ErrorFacts): ContextOverflow | undefined {
  if (!facts.codes.some((code) => CODES.has(code)) && !WORDS.test(facts.text)) return undefined;
  const limit = facts.limit ?? firstNumber(facts.text, LIMITS);
  const requested = facts.requested ?? firstNumber(facts.text, REQUESTS);
  return { ...(limit !== undefined && { limit }), ...(requested !== undefined && { requested }) };
}

const CODES: ReadonlySet<string> = new Set(["exceed_context_size_error", "context_length_exceeded"]);

const WORDS = new RegExp(
  [
    "maximum context length",
    "context (?:length|size|window)",
    "context the overflows",
    "ContextWindowExceeded",
    "maximum allowed length",
    "prompt is too long",
    "too many tokens",
    // vLLM subtracts the prompt from the context to find out how much may be answered.
    "max_tokens must be at least 1, got -",
    "`inputs` tokens \\+ `max_new_tokens` must be",
  ].join("|"),
  "i",
);

const LIMITS = [
  /maximum context length (?:is|of) (\d+)/i,
  /available context size \((\d+)/i,
  /context length \((\d+)/i,
  /context length of (?:only )?(\d+)/i,
  /n_ctx: ?(\d+)/i,
  /maximum allowed length \((\d+)/i,
  /with (\d+) maximum context length/i,
  /context window of (\d+)/i,
  /must be <= (\d+)/i,
];

const REQUESTS = [
  /you requested (?:a total of )?(\d+)/i,
  /request \((\d+) tokens/i,
  /request has (\d+) input tokens/i,
  /input (?:length )?\((\d+) tokens/i,
  /n_keep: ?(\d+)/i,
  /keep the first (\d+)/i,
  /prompt contains (\d+)/i,
  /requested tokens \((\d+)/i,
  /given: (\d+)/i,
];

function firstNumber(text: string, patterns: readonly RegExp[]): number | undefined {
  for (const pattern of patterns) {
    const digits = pattern.exec(text)?.[1];
    if (digits !== undefined) return Number(digits);
  }
  return undefined;
}
