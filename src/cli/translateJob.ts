import type { DocumentTools } from "../core/document/runDocuments.ts";
import type { DocumentIssue } from "../core/document/segmentOutcome.ts";
import { type TranslatedDocument, translateDocument } from "../core/document/translateDocument.ts";
import { AssistantError } from "../core/errors.ts";
import { createLineIndex } from "../core/lineIndex.ts";
import type { DetectLanguage } from "../core/writing/languageDetector.ts";
import type { TranslateOptions } from "./command.ts";
import { FileFault } from "./fileFault.ts";
import { pathOf, withLinkedTranslations } from "./linkOutputs.ts";
import type { Job } from "./planOutputs.ts";
import type { ProjectMemory } from "./projectMemory.ts";
import { readSource } from "./readSource.ts";
import type { ReportedIssue, RunEvent } from "./reporter.ts";
import { requireOurs, writeOutput } from "./writeOutput.ts";

export interface JobContext extends ProjectMemory {
  readonly options: TranslateOptions;
  readonly detectLanguage: DetectLanguage;
  readonly cwd: string;
  /** What was written, as it was before its links led to other translations. */
  readonly written: Written[];
}

export interface Written {
  readonly job: Job;
  readonly text: string;
  readonly sourceHash: string;
}

/**
 * Translates a document into one language and writes the result. A file that can't be read or written is told of as a
 * fault; rejects with an AssistantError where the whole run can't go on.
 */
export async function translateJob(job: Job, tools: DocumentTools, context: JobContext): Promise<RunEvent> {
  const { source, language, outputName } = job;
  try {
    // Before anything is sent for a result that couldn't be written.
    await requireOurs(job, context);
    const { text, hash } = await readSource(source.file);
    const result = await translateText(text, { job, tools, context });
    await writeLinked({ job, text: result.text, sourceHash: hash }, context);
    if (context.options.linksTranslations) context.written.push({ job, text: result.text, sourceHash: hash });
    const isSame = await readSource(source.file).then(
      (now) => now.hash === hash,
      () => false,
    );
    const note = "it has changed while it was translated; run again, and only what is new is sent";
    return {
      event: "document",
      source: source.name,
      output: outputName,
      language,
      segments: result.outcomes.length,
      counts: result.counts,
      issues: placeIssues(result.issues, text, result.text),
      ...(!isSame && { note }),
    };
  } catch (error) {
    if (error instanceof AssistantError) throw error;
    const message = error instanceof FileFault ? error.message : `it can't be translated (${nameOf(error)})`;
    return { event: "fault", file: `${source.name} (${language})`, message };
  }
}

/** Writes a translation, linked to those that are there by now. Throws a FileFault. */
export async function writeLinked({ job, text, sourceHash }: Written, context: JobContext): Promise<void> {
  await writeOutput(job, { ...context, text: await withLinkedTranslations(job, text, context), sourceHash });
}

interface TextOptions {
  readonly job: Job;
  readonly tools: DocumentTools;
  readonly context: JobContext;
}

function translateText(text: string, { job, tools, context }: TextOptions): Promise<TranslatedDocument> {
  const { options, memory, detectLanguage } = context;
  const { formality, from, frontMatterKeys } = options;
  return translateDocument({
    ...tools,
    text,
    format: job.source.format,
    task: { kind: "translate", to: job.language, formality, ...(from && { from }) },
    detectLanguage,
    memory,
    typography: true,
    links: { from: pathOf(job.source.file), to: pathOf(job.output), anchors: options.anchors },
    ...(frontMatterKeys && { frontMatterKeys }),
  });
}

function placeIssues(issues: readonly DocumentIssue[], source: string, output: string): readonly ReportedIssue[] {
  if (issues.length === 0) return [];
  const inSource = createLineIndex(source);
  const inOutput = createLineIndex(output);
  return issues.map((issue) => {
    const [there, here] = [inSource(issue.source.start), inOutput(issue.output.start)];
    const { kind, findings, error } = issue;
    const place = { line: here.line + 1, column: here.column + 1 };
    return { kind, ...place, sourceLine: there.line + 1, sourceColumn: there.column + 1, findings, error };
  });
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
