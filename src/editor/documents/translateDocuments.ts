import * as vscode from "vscode";
import { type DocumentTools, runDocuments } from "../../core/document/runDocuments.ts";
import type { TranslatedDocument } from "../../core/document/translateDocument.ts";
import { AssistantError } from "../../core/errors.ts";
import type { Locale } from "../../core/languages.ts";
import type { TranslationMemory } from "../../core/memory/translationMemory.ts";
import type { Formality } from "../../core/writing/task.ts";
import { createDocumentThread, type DocumentThread } from "../../node/documents/documentThread.ts";
import type { OutputRecord } from "../../node/memory/outputRecord.ts";
import type { Connect } from "../connections.ts";
import { COMMANDS } from "../contributions.ts";
import type { Endpoint } from "../endpoint.ts";
import type { Runs } from "../runs.ts";
import { asksForTypography, readDocumentSettings, readSettings } from "../settings.ts";
import { DocumentFault } from "./documentFault.ts";
import { writeOutput } from "./documentOutput.ts";
import { type DocumentSource, readDocumentSource } from "./documentSource.ts";
import { type DocumentStore, newRunId, type RunRecord } from "./documentStore.ts";
import type { DocumentIssues } from "./issues/documentIssues.ts";
import { linkEarlier } from "./linkEarlier.ts";
import { pathOf, withLinkedTranslations } from "./linkOutputs.ts";
import type { DocumentJob, Fault } from "./planOutputs.ts";
import { type PreparedRun, prepareRun } from "./prepareRun.ts";
import { reportProgress } from "./reportProgress.ts";

/** What translating documents stands on. */
export interface DocumentAssistant {
  readonly connect: Connect;
  /** Requests at once to an endpoint. */
  readonly concurrencyOf: (endpoint: Endpoint) => number;
  /** An endpoint as the user knows it: its name, and where it is. */
  readonly describeEndpoint: (endpoint: Endpoint) => string;
  readonly store: DocumentStore;
  readonly issues: DocumentIssues;
  readonly runs: Runs;
  /** Choices that last: how fast endpoints were. */
  readonly state: vscode.Memento;
  /** Path of the built documentWorker.js. */
  readonly workerScript: string;
}

export interface DocumentsRequest {
  readonly uris: readonly vscode.Uri[];
  readonly languages: readonly Locale[];
  readonly from?: Locale | undefined;
  readonly formality?: Formality | undefined;
  /** What an earlier run has written already, by `idOf`. */
  readonly done?: readonly string[];
  /** The run that this one goes on with. */
  readonly resumed?: string;
  /** Where only some of the documents are wanted in some of the languages: these, by `idOf`. */
  readonly only?: readonly string[] | undefined;
}

/** A translation that is there: in a file, or in an untitled document. */
export interface Translated {
  readonly job: DocumentJob;
  readonly source: DocumentSource;
  readonly result: TranslatedDocument;
  /** The same before its links to other documents led to their translations. */
  readonly unlinked: TranslatedDocument;
  readonly uri: vscode.Uri;
}

export interface DocumentsResult {
  readonly translated: readonly Translated[];
  readonly faults: readonly Fault[];
}

/** How a job is known in the record of a run. */
export function idOf({ output, source, language }: DocumentJob): string {
  return output?.toString() ?? `${source.toString()}#${language}`;
}

/**
 * Translates documents into languages: what it needs to ask is asked first, then there is a notification with Cancel.
 * Rejects with `cancelled` or with what ended the run; what was done until then is kept, and can be resumed.
 */
export async function translateDocuments(
  assistant: DocumentAssistant,
  request: DocumentsRequest,
): Promise<DocumentsResult> {
  const thread = createDocumentThread(assistant.workerScript);
  const title = vscode.l10n.t("Translating documents");
  const run = assistant.runs.begin(title);
  try {
    const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
    return await vscode.window.withProgress(options, async (progress, token) => {
      const stop = new AbortController();
      token.onCancellationRequested(() => stop.abort());
      const signal = AbortSignal.any([run.signal, stop.signal]);
      progress.report({ message: vscode.l10n.t("reading…") });
      const prepared = await prepareRun(assistant, { ...request, thread, signal });
      const context = { assistant, request, thread, signal, progress };
      if (prepared.jobs.length > 0) return await runPrepared(prepared, context);
      const faults = await linkEarlier(prepared.done, { ...context, outputs: await assistant.store.openOutputs() });
      if (request.resumed) await assistant.store.removeRun(request.resumed);
      return { translated: [], faults: [...prepared.faults, ...faults] };
    });
  } finally {
    run.dispose();
    thread.dispose();
  }
}

interface RunContext {
  readonly assistant: DocumentAssistant;
  readonly request: DocumentsRequest;
  readonly thread: DocumentThread;
  readonly signal: AbortSignal;
  readonly progress: Parameters<typeof reportProgress>[0];
}

async function runPrepared(prepared: PreparedRun, context: RunContext): Promise<DocumentsResult> {
  const { assistant, request, signal, progress } = context;
  const { store, state } = assistant;
  const { jobs, plans, model, endpoint } = prepared;
  const record: RunRecord = {
    state: "running",
    uris: request.uris.map(String),
    languages: [...request.languages],
    ...(request.from && { from: request.from }),
    ...(request.formality && { formality: request.formality }),
    ...(request.only && { only: [...request.only] }),
    done: [...(request.done ?? [])],
  };
  const [memory, outputs] = await Promise.all([store.openMemory(), store.openOutputs()]);
  const id = newRunId();
  await store.writeRun(id, record);
  // What is resumed goes on under the new name.
  if (request.resumed) await store.removeRun(request.resumed);
  const translated: Translated[] = [];
  const faults: Fault[] = [...prepared.faults];
  const report = reportProgress(progress, { state, endpoint });
  try {
    await runDocuments({
      ...{ jobs, plans, model, signal, onProgress: report },
      concurrency: assistant.concurrencyOf(endpoint),
      translate: async (job, tools) => {
        try {
          translated.push(await translateJob(job, { ...context, ...prepared, tools, memory, outputs }));
          record.done.push(idOf(job));
          await store.writeRun(id, record);
        } catch (error) {
          if (!(error instanceof DocumentFault)) throw error;
          faults.push({ uri: job.source, message: error.message });
        }
      },
    });
    faults.push(...(await linkAll(translated, { ...context, ...prepared, outputs })));
    faults.push(...(await linkEarlier(prepared.done, { ...context, outputs })));
  } catch (error) {
    if (!assistant.runs.isClosing) await store.writeRun(id, { ...record, state: "stopped" });
    if (error instanceof AssistantError && error.kind === "cancelled") offerToGoOn(translated.length);
    throw error;
  }
  await store.removeRun(id);
  return { translated, faults };
}

interface OutputContext extends RunContext, PreparedRun {
  readonly outputs: OutputRecord;
}

interface JobContext extends OutputContext {
  readonly tools: DocumentTools;
  readonly memory: TranslationMemory;
}

async function translateJob(job: DocumentJob, context: JobContext): Promise<Translated> {
  const { assistant, request, thread, tools, memory } = context;
  const { source: uri, language, output } = job;
  const source = await readDocumentSource(uri);
  const { text, format } = source;
  const { from } = request;
  const formality = request.formality ?? readSettings(uri).formalityFor(language);
  const { frontMatterKeys, anchors } = readDocumentSettings(uri);
  const unlinked = await thread.translate({
    ...tools,
    ...{ text, format, memory },
    task: { kind: "translate", to: language, formality, ...(from && { from }) },
    ...(frontMatterKeys && { frontMatterKeys }),
    typography: asksForTypography(uri),
    // An untitled translation is read in the place of its source.
    links: { from: pathOf(uri), to: pathOf(output ?? uri), anchors },
  });
  if (tools.signal.aborted) throw new AssistantError("cancelled");
  const result = await withLinkedTranslations(job, unlinked, { format, thread, signal: tools.signal });
  if (output) await write({ job, source, result }, context);
  const place = output ?? (await openUntitled(result.text, source.languageId));
  const translated = { job, source, result, unlinked, uri: place };
  await assistant.issues.set(translated);
  return translated;
}

async function write(
  { job, source, result }: Pick<Translated, "job" | "source" | "result">,
  { outputs, strangers }: OutputContext,
): Promise<void> {
  const { output } = job;
  if (!output) return;
  const mayOverwrite = strangers.has(job);
  await writeOutput({ job: { ...job, output }, text: result.text, sourceHash: source.hash, outputs, mayOverwrite });
}

/** Those that were translated early didn't know the translations that came after them, nor their headings. */
async function linkAll(translated: Translated[], context: OutputContext): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const [index, one] of translated.entries()) {
    const result = await withLinkedTranslations(one.job, one.unlinked, { ...context, format: one.source.format });
    if (result.text === one.result.text) continue;
    try {
      const linked = { ...one, result };
      await write(linked, context);
      translated[index] = linked;
      await context.assistant.issues.set(linked);
    } catch (error) {
      if (!(error instanceof DocumentFault)) throw error;
      faults.push({ uri: one.job.source, message: error.message });
    }
  }
  return faults;
}

/** After Cancel: nothing is lost, and the way on is a click away. */
function offerToGoOn(written: number): void {
  const resume = vscode.l10n.t("Resume Translation");
  const message = vscode.l10n.t("Cancelled. What was translated is kept; translations written so far: {0}.", written);
  void vscode.window.showInformationMessage(message, resume).then((chosen) => {
    if (chosen === resume) void vscode.commands.executeCommand(COMMANDS.resumeTranslation);
  });
}

async function openUntitled(content: string, language: string): Promise<vscode.Uri> {
  return (await vscode.workspace.openTextDocument({ content, language })).uri;
}
