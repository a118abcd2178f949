import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import * as v from "valibot";
import { findLanguage, type Locale } from "../../core/languages.ts";
import type { TranslationMemory } from "../../core/memory/translationMemory.ts";
import { FORMALITIES } from "../../core/writing/task.ts";
import { writeWhole } from "../../node/documents/writeWhole.ts";
import { type IssueRecord, openIssueRecord } from "../../node/memory/issueRecord.ts";
import { openMemoryFile } from "../../node/memory/memoryFile.ts";
import { type OutputRecord, openOutputRecord } from "../../node/memory/outputRecord.ts";
import { ISSUES_FILE, listRuns } from "../listRuns.ts";

const locale = v.pipe(
  v.string(),
  v.check((code) => findLanguage(code) !== undefined),
  v.transform((code) => code as Locale),
);

const runRecord = v.object({
  /** `running` in a record that is found later means that the window was closed, or the program killed. */
  state: v.picklist(["running", "stopped"]),
  uris: v.array(v.string()),
  languages: v.array(locale),
  from: v.optional(locale),
  formality: v.optional(v.picklist(FORMALITIES)),
  /** The outputs that were written; for an untitled one its source and language. */
  done: v.array(v.string()),
  /** Where only some of the documents are wanted in some of the languages. */
  only: v.optional(v.array(v.string())),
});

/** What a run was asked for, and how far it came. */
export type RunRecord = v.InferOutput<typeof runRecord>;

export interface StoredRun extends RunRecord {
  readonly id: string;
}

/** A name for a run: later ones come later in order. */
export function newRunId(): string {
  return `${Date.now()}-${randomUUID().slice(0, 8)}`;
}

/** What is kept of the workspace on this computer, in the extension's own folder. */
export interface DocumentStore {
  /** The translation memory: opened when it is first needed. */
  openMemory(): Promise<TranslationMemory>;
  openOutputs(): Promise<OutputRecord>;
  openIssues(): Promise<IssueRecord>;
  /** The latest run that didn't come to its end. */
  readRun(): Promise<StoredRun | undefined>;
  writeRun(id: string, record: RunRecord): Promise<void>;
  removeRun(id: string): Promise<void>;
  /** Forgets all translations. */
  clear(): Promise<void>;
}

export interface DocumentStoreOptions {
  readonly folder: string;
  /** Called once when the memory can't be written to. */
  readonly onFault: () => void;
}

export function createDocumentStore({ folder, onFault }: DocumentStoreOptions): DocumentStore {
  const files = {
    memory: path.join(folder, "translation-memory.jsonl"),
    outputs: path.join(folder, "outputs.jsonl"),
    issues: path.join(folder, ISSUES_FILE),
  };
  let memory: Promise<TranslationMemory> | undefined;
  let outputs: Promise<OutputRecord> | undefined;
  let issues: Promise<IssueRecord> | undefined;
  let lastWrite: Promise<void> = Promise.resolve();
  /** One after the other: the later record is the later one on disk as well. */
  const inTurn = (work: () => Promise<void>) => {
    lastWrite = lastWrite.then(work, work);
    return lastWrite;
  };
  return {
    openMemory: () => {
      memory ??= openMemoryFile(files.memory, { onFault });
      memory.catch(() => {
        memory = undefined;
      });
      return memory;
    },
    openOutputs: () => {
      outputs ??= openOutputRecord(files.outputs, { onFault });
      outputs.catch(() => {
        outputs = undefined;
      });
      return outputs;
    },
    openIssues: () => {
      issues ??= openIssueRecord(files.issues);
      issues.catch(() => {
        issues = undefined;
      });
      return issues;
    },
    readRun: () => readLatestRun(folder),
    writeRun: (id, record) =>
      inTurn(() => writeWhole(runFile(folder, id), new TextEncoder().encode(JSON.stringify(record)), { mode: 0o600 })),
    removeRun: (id) => inTurn(() => rm(runFile(folder, id), { force: true })),
    clear: async () => {
      memory = undefined;
      await rm(files.memory, { force: true });
    },
  };
}

function runFile(folder: string, id: string): string {
  return path.join(folder, `run-${id}.json`);
}

async function readLatestRun(folder: string): Promise<StoredRun | undefined> {
  for (const id of (await listRuns(folder)).toReversed()) {
    const text = await readFile(runFile(folder, id), "utf8").catch(() => "");
    const parsed = v.safeParse(runRecord, parseJson(text));
    if (parsed.success) return { ...parsed.output, id };
  }
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
