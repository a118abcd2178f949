import type { ChatAnswer, ChatModel, ChatRequest } from "../../core/chat/chatModel.ts";
import type { FindPassagesOptions } from "../../core/document/findPassages.ts";
import type { KnownTranslation, TranslationToLink } from "../../core/document/links/linkTranslations.ts";
import type { RewrittenLinks } from "../../core/document/links/rewriteLinks.ts";
import type { DocumentPlan, PlanOptions } from "../../core/document/planDocument.ts";
import type { DocumentProgress } from "../../core/document/progress.ts";
import type { BlocksOptions } from "../../core/document/translateBlocks.ts";
import type { TranslateDocumentOptions, TranslatedDocument } from "../../core/document/translateDocument.ts";
import { AssistantError, type AssistantErrorKind, type ErrorDetail } from "../../core/errors.ts";
import type { MemoryEntry, MemoryKey, MemoryMatch } from "../../core/memory/translationMemory.ts";
import type { OffsetRange } from "../../core/trackRange.ts";
import type { RunTaskOptions, TaskResult } from "../../core/writing/runTask.ts";

/** Of a model, what can be sent to another thread; its answers are asked for by calls. */
interface SentModel {
  readonly model: Pick<ChatModel, "name" | "contextTokens">;
}

/** What the worker can be asked for: with what, and what comes of it. */
export interface WorkerJobs {
  readonly plan: { readonly options: PlanOptions; readonly result: DocumentPlan };
  readonly findPassages: {
    readonly options: FindPassagesOptions;
    readonly result: readonly (OffsetRange | undefined)[];
  };
  readonly translate: {
    readonly options: SentModel &
      Pick<
        TranslateDocumentOptions,
        "text" | "format" | "task" | "concurrency" | "frontMatterKeys" | "typography" | "links"
      >;
    readonly result: TranslatedDocument;
  };
  readonly translateBlocks: {
    readonly options: SentModel & Pick<BlocksOptions, "text" | "format" | "task" | "temperature" | "typography">;
    readonly result: TaskResult | undefined;
  };
  readonly runTask: {
    readonly options: SentModel & Pick<RunTaskOptions, "text" | "task" | "temperature" | "typography" | "refinement">;
    readonly result: TaskResult;
  };
  readonly linkTranslations: { readonly options: TranslationToLink; readonly result: RewrittenLinks };
}

export type JobName = keyof WorkerJobs;

/** One of the jobs, with what it is done with. */
export type Work = {
  [Name in JobName]: { readonly name: Name; readonly options: WorkerJobs[Name]["options"] };
}[JobName];

export type JobResult = WorkerJobs[JobName]["result"];

/** To the worker. A job is known by its number, and so is a call. */
export type ToWorker =
  | { readonly kind: "start"; readonly job: number; readonly work: Work }
  | { readonly kind: "cancel"; readonly job: number }
  | { readonly kind: "answer"; readonly call: number; readonly value: CallResult }
  | { readonly kind: "refusal"; readonly call: number; readonly error: SentError };

/** From the worker. */
export type FromWorker =
  | { readonly kind: "call"; readonly job: number; readonly call: number; readonly what: Call }
  | { readonly kind: "progress"; readonly job: number; readonly progress: DocumentProgress }
  | { readonly kind: "done"; readonly job: number; readonly result: JobResult }
  | { readonly kind: "failed"; readonly job: number; readonly error: SentError };

/** What the worker can't do by itself: it has no network and no files. */
export type Call =
  | { readonly method: "complete"; readonly request: ChatRequest }
  | { readonly method: "find"; readonly key: MemoryKey }
  | { readonly method: "store"; readonly key: MemoryKey; readonly entry: MemoryEntry }
  | { readonly method: "findTranslation"; readonly path: string }
  | { readonly method: "tellOfSecondTry" };

export type CallResult = ChatAnswer | MemoryMatch | KnownTranslation | undefined;

/** An error as it crosses to another thread, where its class would be lost. */
export interface SentError {
  readonly kind: AssistantErrorKind;
  readonly detail: ErrorDetail;
  readonly partialText?: string | undefined;
}

export function sendError(error: unknown): SentError {
  if (error instanceof AssistantError) {
    const { kind, detail, partialText } = error;
    return { kind, detail, partialText };
  }
  return { kind: "internal", detail: { reason: error instanceof Error ? error.name : typeof error } };
}

export function receiveError({ kind, detail, partialText }: SentError): AssistantError {
  return new AssistantError(kind, detail, partialText);
}
