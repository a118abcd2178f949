import type { DocumentThread } from "../../node/documents/documentThread.ts";
import type { OutputRecord } from "../../node/memory/outputRecord.ts";
import { DocumentFault } from "./documentFault.ts";
import { writeOutput } from "./documentOutput.ts";
import { readDocumentSource } from "./documentSource.ts";
import { linkOutput } from "./linkOutputs.ts";
import type { DocumentJob, Fault } from "./planOutputs.ts";
import type { DocumentAssistant } from "./translateDocuments.ts";

export interface LinkEarlierOptions {
  readonly assistant: Pick<DocumentAssistant, "issues">;
  readonly thread: DocumentThread;
  readonly signal: AbortSignal;
  readonly outputs: OutputRecord;
}

/**
 * Links what an earlier part of a resumed run has written to what came after it. What somebody has changed since stays as
 * it is.
 */
export async function linkEarlier(
  jobs: readonly DocumentJob[],
  options: LinkEarlierOptions,
): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const job of jobs) {
    try {
      await linkOne(job, options);
    } catch (error) {
      if (!(error instanceof DocumentFault)) throw error;
      faults.push({ uri: job.source, message: error.message });
    }
  }
  return faults;
}

async function linkOne(job: DocumentJob, { assistant, thread, signal, outputs }: LinkEarlierOptions): Promise<void> {
  const { output } = job;
  const written = outputs.list().find((entry) => entry.output === output?.toString());
  if (!output || !written) return;
  const { text, hash, format } = await readDocumentSource(output);
  if (!outputs.isOurs(output.toString(), hash)) return;
  const linked = await linkOutput(job, text, { format, thread, signal });
  if (linked.text === text) return;
  const { sourceHash } = written;
  await writeOutput({ job: { ...job, output }, text: linked.text, sourceHash, outputs, mayOverwrite: false });
  assistant.issues.move(output, linked.edits, linked.text);
}
