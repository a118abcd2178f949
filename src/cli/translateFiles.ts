import { type DocumentPlan, planDocument } from "../core/document/planDocument.ts";
import { runDocuments } from "../core/document/runDocuments.ts";
import { AssistantError } from "../core/errors.ts";
import type { DetectLanguage } from "../core/writing/languageDetector.ts";
import type { TranslateOptions } from "./command.ts";
import { type Connection, connectModel } from "./connectModel.ts";
import { describeError } from "./describeError.ts";
import { FileFault } from "./fileFault.ts";
import { findSources, type Source } from "./findSources.ts";
import { type Job, planOutputs } from "./planOutputs.ts";
import { forgetfulMemory, openProjectMemory, type ProjectMemory } from "./projectMemory.ts";
import { readSource } from "./readSource.ts";
import type { Reporter } from "./reporter.ts";
import { type JobContext, translateJob, writeLinked } from "./translateJob.ts";
import { UsageError } from "./usageError.ts";

export const EXIT = { done: 0, kept: 1, failed: 2, cancelled: 130 } as const;

export interface TranslateFilesOptions {
  readonly options: TranslateOptions;
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly signal: AbortSignal;
  readonly report: Reporter;
  /** Path of the engine's child process. */
  readonly engineScript: string;
  readonly detectLanguage: DetectLanguage;
}

/** Translates what was named, and tells of it as it goes. The exit status. Throws a UsageError before anything is sent. */
export async function translateFiles(run: TranslateFilesOptions): Promise<number> {
  const { options, cwd, report } = run;
  const tally = { written: 0, faults: 0, kept: 0 };
  const fault = ({ name, message }: { readonly name: string; readonly message: string }) => {
    tally.faults += 1;
    report({ event: "fault", file: name, message });
  };
  const found = await findSources({ ...options, cwd, pattern: options.out });
  const planned = await planOutputs({ sources: found.sources, languages: options.to, pattern: options.out, cwd });
  for (const one of [...found.faults, ...planned.faults]) fault(one);
  const counted: Tally = {
    add: (event) => {
      if (event.event === "document") {
        tally.written += 1;
        tally.kept += event.counts.kept;
        report(event);
      } else if (event.event === "fault") fault({ name: event.file, message: event.message });
    },
  };
  const ending = planned.jobs.length === 0 ? undefined : await translateAll(planned.jobs, run, counted);
  const exit = ending?.exit ?? (tally.faults > 0 ? EXIT.failed : tally.kept > 0 ? EXIT.kept : EXIT.done);
  report({ event: "end", exit, ...tally, ...(ending && { message: ending.message }) });
  return exit;
}

interface Tally {
  add(event: Awaited<ReturnType<typeof translateJob>>): void;
}

/** What ended the run before its end; `undefined` if nothing did. */
interface Ending {
  readonly exit: number;
  readonly message: string;
}

async function translateAll(
  planned: readonly Job[],
  run: TranslateFilesOptions,
  tally: Tally,
): Promise<Ending | undefined> {
  const { options, report, signal } = run;
  let connection: Connection | undefined;
  try {
    connection = await connectModel({ ...run, ...options });
    const kept = await openMemory(run);
    const { jobs, plans } = await planJobs(planned, options, tally);
    report(describePlan(plans, { ...run, connection }));
    const context: JobContext = { ...run, ...kept, written: [] };
    await runDocuments({
      ...connection,
      jobs,
      plans,
      signal,
      onProgress: (progress) => report({ event: "progress", ...progress }),
      translate: async (job, tools) => {
        tally.add(await translateJob(job, tools, context));
      },
    });
    await linkAll(context, tally);
    return undefined;
  } catch (error) {
    if (!(error instanceof AssistantError)) throw error;
    return describeEnding(error, options);
  } finally {
    await connection?.dispose();
  }
}

/** Those that were translated early didn't know the translations that came after them, nor their headings. */
async function linkAll(context: JobContext, tally: Tally): Promise<void> {
  for (const one of context.written) {
    try {
      await writeLinked(one, context);
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
      tally.add({ event: "fault", file: one.job.outputName, message: error.message });
    }
  }
}

async function openMemory({ options, report, ...project }: TranslateFilesOptions): Promise<ProjectMemory> {
  if (!options.hasMemory) return forgetfulMemory();
  const onFault = () =>
    report({ event: "fault", file: "translation memory", message: "it can't be written to: this can't be resumed" });
  try {
    return await openProjectMemory({ ...project, onFault });
  } catch {
    throw new UsageError("The translation memory can't be opened: set EUROSCRIBE_STATE, or use --no-memory.");
  }
}

/** A document is read once for all its languages; what can't be read is told of, and left out. */
async function planJobs(planned: readonly Job[], { frontMatterKeys }: TranslateOptions, tally: Tally) {
  const known = new Map<Source, DocumentPlan | undefined>();
  const jobs: Job[] = [];
  const plans: DocumentPlan[] = [];
  for (const job of planned) {
    const { source } = job;
    if (!known.has(source)) known.set(source, await planSource(source, frontMatterKeys, tally));
    const plan = known.get(source);
    if (!plan) continue;
    jobs.push(job);
    plans.push(plan);
  }
  return { jobs, plans };
}

async function planSource(
  { file, name, format }: Source,
  frontMatterKeys: readonly string[] | undefined,
  tally: Tally,
): Promise<DocumentPlan | undefined> {
  try {
    const { text } = await readSource(file);
    return await planDocument({ text, format, ...(frontMatterKeys && { frontMatterKeys }) });
  } catch (error) {
    const message = error instanceof FileFault ? error.message : "it can't be read as a document";
    tally.add({ event: "fault", file: name, message });
    return undefined;
  }
}

function describePlan(
  plans: readonly DocumentPlan[],
  { options, connection }: Pick<TranslateFilesOptions, "options"> & { readonly connection: Connection },
) {
  return {
    event: "plan",
    documents: plans.length,
    segments: plans.reduce((sum, { segments }) => sum + segments, 0),
    tokens: plans.reduce((sum, { promptTokens }) => sum + promptTokens, 0),
    languages: options.to,
    endpoint: connection.endpoint,
    model: connection.model.name,
  } as const;
}

function describeEnding(error: AssistantError, { hasMemory }: TranslateOptions): Ending {
  const again = hasMemory ? " What was translated is kept: run the same again, and nothing of it is sent twice." : "";
  if (error.kind === "cancelled") return { exit: EXIT.cancelled, message: `Cancelled.${again}` };
  return { exit: EXIT.failed, message: `Stopped: ${asSentence(describeError(error))}${again}` };
}

function asSentence(description: string): string {
  return description.endsWith("?") ? description : `${description}.`;
}
