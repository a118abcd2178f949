import type { ChatModel } from "../chat/chatModel.ts";
import { estimateTokens, TOKENS_PER_REQUEST } from "../estimateTokens.ts";
import type { Segment } from "./segment.ts";

/** How far a run is. Tokens are the endpoint's count where it tells, else estimated. */
export interface DocumentProgress {
  readonly segmentsDone: number;
  readonly segmentsTotal: number;
  /** Tokens of the sources that are done, and of all: for the time that is left. Estimated. */
  readonly sourceTokensDone: number;
  readonly sourceTokensTotal: number;
  readonly requests: number;
  readonly promptTokens: number;
  readonly completionTokens: number;
}

/** Counts what goes out and comes back, and tells it after each segment. */
export class ProgressMeter {
  progress: DocumentProgress;
  readonly #tokens: readonly number[];
  readonly #report: ((progress: DocumentProgress) => void) | undefined;

  constructor(segments: readonly Segment[], report: ((progress: DocumentProgress) => void) | undefined) {
    this.#tokens = segments.map(({ text }) => estimateTokens(text));
    this.#report = report;
    this.progress = {
      segmentsDone: 0,
      segmentsTotal: segments.length,
      sourceTokensDone: 0,
      sourceTokensTotal: this.#tokens.reduce((sum, tokens) => sum + tokens, 0),
      requests: 0,
      promptTokens: 0,
      completionTokens: 0,
    };
    report?.(this.progress);
  }

  /** The model, with its requests counted. */
  count(model: ChatModel): ChatModel {
    return {
      ...model,
      complete: async (request, options) => {
        const answer = await model.complete(request, options);
        const sent = estimateTokens(request.messages.at(-1)?.content ?? "") + TOKENS_PER_REQUEST;
        const { requests, promptTokens, completionTokens } = this.progress;
        this.progress = {
          ...this.progress,
          requests: requests + 1,
          promptTokens: promptTokens + (answer.usage?.promptTokens ?? sent),
          completionTokens: completionTokens + (answer.usage?.completionTokens ?? estimateTokens(answer.text)),
        };
        return answer;
      },
    };
  }

  finish(index: number): void {
    const { segmentsDone, sourceTokensDone } = this.progress;
    this.progress = {
      ...this.progress,
      segmentsDone: segmentsDone + 1,
      sourceTokensDone: sourceTokensDone + (this.#tokens[index] ?? 0),
    };
    this.#report?.(this.progress);
  }
}
