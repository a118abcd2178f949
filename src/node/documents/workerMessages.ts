import type { ChatAnswer, ChatRequest } from "../../core/chat/chatModel.ts";
import type { DocumentPlan, PlanOptions } from "../../core/document/planDocument.ts";
import type { DocumentProgress } from "../../core/document/progress.ts";
import type { TranslateDocumentOptions, TranslatedDocument } from "../../core/document/translateDocument.ts";
import { AssistantError, type AssistantErrorKind, type ErrorDetail } from "../../core/errors.ts";
import type { MemoryEntry, MemoryKey, MemoryMatch } from "../../core/memory/translationMemory.ts";

/** Of a translation, what can be sent to another thread; the rest is asked for by calls. */
export type DocumentJob = Pick<
  TranslateDocumentOptions,
  "text" | "format" | "task" | "concurrency" | "frontMatterKeys" | "typography" | "links"
> & { readonly modelName: string };

/** To the worker. A job is known by its number, and so is a call. */
export type ToWorker =
  | { readonly kind: "plan"; readonly job: number; readonly options: PlanOptions }
  | { readonly kind: "translate"; readonly job: number; readonly options: DocumentJob }
  | { readonly kind: "cancel"; readonly job: number }
  | { readonly kind: "answer"; readonly call: number; readonly value: CallResult }
  | { readonly kind: "refusal"; readonly call: number; readonly error: SentError };

/** From the worker. */
export type FromWorker =
  | { readonly kind: "call"; readonly job: number; readonly call: number; readonly what: Call }
  | { readonly kind: "progress"; readonly job: number; readonly progress: DocumentProgress }
  | { readonly kind: "planned"; readonly job: number; readonly plan: DocumentPlan }
  | { readonly kind: "translated"; readonly job: number; readonly document: TranslatedDocument }
  | { readonly kind: "failed"; readonly job: number; readonly error: SentError };

/** What the worker can't do by itself: it has no network and no files. */
export type Call =
  | { readonly method: "complete"; readonly request: ChatRequest }
  | { readonly method: "find"; readonly key: MemoryKey }
  | { readonly method: "store"; readonly key: MemoryKey; readonly entry: MemoryEntry };

export type CallResult = ChatAnswer | MemoryMatch | undefined;

/** An error as it crosses to another thread, where its class would be lost. */
export interface SentError {
  readonly kind: AssistantErrorKind;
  readonly detail: ErrorDetail;
}

export function sendError(error: unknown): SentError {
  if (error instanceof AssistantError) return { kind: error.kind, detail: error.detail };
  return { kind: "internal", detail: { reason: error instanceof Error ? error.name : typeof error } };
}

export function receiveError({ kind, detail }: SentError): AssistantError {
  return new AssistantError(kind, detail);
}
