import { createHash } from "node:crypto";
import * as v from "valibot";
import { openJournal } from "./journal.ts";

const entry = v.object({
  /** A path or URI, as whoever writes names it. */
  output: v.string(),
  source: v.string(),
  language: v.string(),
  /** Of the bytes, by `hashBytes`. */
  outputHash: v.string(),
  sourceHash: v.string(),
});

/** A translated document that was written. */
export type OutputEntry = v.InferOutput<typeof entry>;

/** The translated documents that were written: by it a file of ours is told from one of somebody else's. */
export interface OutputRecord {
  /** Whether these bytes of the output were once written, and so were changed by no one since. */
  isOurs(output: string, outputHash: string): boolean;
  /** To be called before the output gets its name: else a crash in between would make it a stranger's. */
  add(written: OutputEntry): Promise<void>;
  /** The latest of each output. */
  list(): readonly OutputEntry[];
}

export interface OutputRecordOptions {
  /** Called when the file can't be written to: a file that is written then is taken for somebody else's later. */
  readonly onFault: () => void;
}

export async function openOutputRecord(file: string, { onFault }: OutputRecordOptions): Promise<OutputRecord> {
  const journal = await openJournal(file);
  const latest = new Map<string, OutputEntry>();
  const ours = new Set<string>();
  const take = (written: OutputEntry) => {
    latest.delete(written.output);
    latest.set(written.output, written);
    ours.add(`${written.outputHash} ${written.output}`);
  };
  for (const value of journal.lines) {
    const parsed = v.safeParse(entry, value);
    if (parsed.success) take(parsed.output);
  }
  return {
    isOurs: (output, outputHash) => ours.has(`${outputHash} ${output}`),
    add: async (written) => {
      take(written);
      // The translation is worth more than its record: it is written all the same.
      await journal.append(written).catch(onFault);
    },
    list: () => [...latest.values()],
  };
}

export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The same of a text's bytes in UTF-8, which aren't made for it. */
export function hashText(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}
