import type { EngineAnswer, EngineRequest } from "./engineProtocol.ts";
import type { LlamaSampling, LlamaSequence, Token } from "./llamaLibrary.ts";
import type { LoadedEngine } from "./loadEngine.ts";
import { FIRST_PROMPT_CHUNK, nextPromptChunk } from "./promptChunk.ts";
import { createTokenReader } from "./tokenReader.ts";

export interface AnswerOptions {
  readonly onText: (text: string) => void;
  /** Asked after each batch and each token. */
  readonly isCancelled: () => boolean;
}

/** Answers one request. Nothing of it stays but the evaluated tokens, which the next request may begin with as well. */
export async function answerRequest(
  { sequence, model, contextTokens, toPrompt }: LoadedEngine,
  request: EngineRequest,
  { onText, isCancelled }: AnswerOptions,
): Promise<EngineAnswer> {
  const start = performance.now();
  const prompt = toPrompt(request.messages);
  const room = contextTokens - prompt.length;
  const counts = { promptTokens: prompt.length, reusedTokens: 0, completionTokens: 0, promptMs: 0, answerMs: 0 };
  if (room < 1) return { stop: "contextFull", ...counts };

  counts.reusedTokens = await forgetTheRest(sequence, prompt);
  const last = await readPrompt(sequence, prompt.slice(counts.reusedTokens), isCancelled);
  counts.promptMs = performance.now() - start;
  if (last === undefined) return { stop: "cancelled", ...counts };

  const reader = createTokenReader(model);
  let stop: EngineAnswer["stop"] = "end";
  for await (const token of sequence.evaluate(last, toSampling(request))) {
    counts.completionTokens += 1;
    if (counts.completionTokens === 1) counts.promptMs = performance.now() - start;
    const text = reader.push(token);
    if (text !== "") onText(text);
    const reached = limitReached(counts.completionTokens);
    if (reached) stop = reached;
    if (reached) break;
  }
  const held = reader.end();
  if (held !== "") onText(held);
  counts.answerMs = performance.now() - start - counts.promptMs;
  return { stop, ...counts };

  function limitReached(tokens: number): "cancelled" | "maxTokens" | "contextFull" | undefined {
    if (isCancelled()) return "cancelled";
    if (tokens >= request.maxTokens) return "maxTokens";
    return tokens >= room ? "contextFull" : undefined;
  }
}

/** Keeps what the request begins with like the one before; the last token is always evaluated, for its successor. */
async function forgetTheRest(sequence: LlamaSequence, prompt: readonly Token[]): Promise<number> {
  await sequence.adaptStateToTokens(prompt.slice(0, -1), false);
  return sequence.nextTokenIndex;
}

/** Evaluates all but a last chunk, which it returns; `undefined` when the request was cancelled meanwhile. */
async function readPrompt(
  sequence: LlamaSequence,
  tokens: readonly Token[],
  isCancelled: () => boolean,
): Promise<readonly Token[] | undefined> {
  let rest = tokens;
  let size = FIRST_PROMPT_CHUNK;
  while (rest.length > size) {
    const start = performance.now();
    await sequence.evaluateWithoutGeneratingNewTokens(rest.slice(0, size));
    if (isCancelled()) return undefined;
    rest = rest.slice(size);
    size = nextPromptChunk({ tokens: size, ms: performance.now() - start });
  }
  return rest;
}

/** The likeliest token, or llama.cpp's usual way to sample. A seed of its own each time: Try Again wants something new. */
function toSampling({ temperature }: EngineRequest): LlamaSampling {
  if (temperature === 0) return { temperature: 0 };
  return { temperature, topK: 40, topP: 0.95, minP: 0.05, seed: Math.floor(Math.random() * 2 ** 31) };
}
