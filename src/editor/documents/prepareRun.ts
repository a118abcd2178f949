import type * as vscode from "vscode";
import type { ChatModel } from "../../core/chat/chatModel.ts";
import type { DocumentPlan } from "../../core/document/planDocument.ts";
import { throwIfCancelled } from "../../core/errors.ts";
import type { DocumentThread } from "../../node/documents/documentThread.ts";
import type { Endpoint } from "../endpoint.ts";
import { readDocumentSettings, readEndpoint } from "../settings.ts";
import { askToOverwrite, confirmRun } from "./askBefore.ts";
import { DocumentFault } from "./documentFault.ts";
import { isStranger } from "./documentOutput.ts";
import { readDocumentSource } from "./documentSource.ts";
import { findDocuments } from "./findDocuments.ts";
import { type DocumentJob, type Fault, planJobs } from "./planOutputs.ts";
import { speedOf } from "./reportProgress.ts";
import { type DocumentAssistant, type DocumentsRequest, idOf } from "./translateDocuments.ts";

export interface PreparedRun {
  readonly jobs: readonly DocumentJob[];
  /** Of each job, in the same order. */
  readonly plans: readonly DocumentPlan[];
  readonly faults: readonly Fault[];
  /** What an earlier part of the run has written already. */
  readonly done: readonly DocumentJob[];
  /** The jobs whose outputs are somebody else's; the user said that they may be overwritten. */
  readonly strangers: ReadonlySet<DocumentJob>;
  readonly model: ChatModel;
  readonly endpoint: Endpoint;
}

export interface PrepareOptions extends DocumentsRequest {
  readonly thread: DocumentThread;
  readonly signal: AbortSignal;
}

/** Finds out what a run would do, and asks what has to be asked before anything is sent. Throws `cancelled`. */
export async function prepareRun(assistant: DocumentAssistant, options: PrepareOptions): Promise<PreparedRun> {
  const { uris, languages, from, done = [], only, signal } = options;
  const found = await findDocuments(uris, { to: languages, from, signal });
  const planned = await planJobs(found.uris, languages);
  const remaining = planned.jobs.filter((job) => !done.includes(idOf(job)) && (only?.includes(idOf(job)) ?? true));
  const { plans, faults } = await planSources(remaining, options);
  const outputs = await assistant.store.openOutputs();
  const readable: DocumentJob[] = [];
  const strangers = new Set<DocumentJob>();
  for (const job of remaining.filter(({ source }) => plans.has(source.toString()))) {
    await guarded(job.source, faults, async () => {
      if (await isStranger(job, outputs)) strangers.add(job);
      readable.push(job);
    });
  }
  const jobs = await askToOverwrite(readable, strangers);
  throwIfCancelled(signal);
  const endpoint = readEndpoint("translate");
  const ofJobs = jobs.flatMap(({ source }) => plans.get(source.toString()) ?? []);
  const segments = ofJobs.reduce((sum, plan) => sum + plan.segments, 0);
  if (segments > readDocumentSettings(uris[0]).confirmSegments) {
    const documents = new Set(jobs.map(({ source }) => source.toString())).size;
    const described = { documents, languages, plans: ofJobs, endpoint: assistant.describeEndpoint(endpoint) };
    await confirmRun({ ...described, speed: speedOf(assistant.state, endpoint) });
  }
  const [language] = languages;
  const model = await assistant.connect("translate", { to: language, signal });
  return {
    ...{ jobs, plans: ofJobs, strangers, model, endpoint },
    faults: [...found.faults, ...planned.faults, ...faults],
    done: planned.jobs.filter((job) => done.includes(idOf(job))),
  };
}

async function planSources(jobs: readonly DocumentJob[], { thread, signal }: PrepareOptions) {
  const plans = new Map<string, DocumentPlan>();
  const faults: Fault[] = [];
  const sources = new Map<string, vscode.Uri>(jobs.map(({ source }) => [source.toString(), source]));
  for (const [name, uri] of sources) {
    throwIfCancelled(signal);
    await guarded(uri, faults, async () => {
      const { text, format } = await readDocumentSource(uri);
      const { frontMatterKeys } = readDocumentSettings(uri);
      plans.set(name, await thread.plan({ text, format, ...(frontMatterKeys && { frontMatterKeys }) }));
    });
  }
  return { plans, faults };
}

/** A document's own fault is listed, and the others go on. */
async function guarded(uri: vscode.Uri, faults: Fault[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof DocumentFault)) throw error;
    faults.push({ uri, message: error.message });
  }
}
