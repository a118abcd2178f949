import * as v from "valibot";
import { UNREAD_KINDS } from "../../core/document/documentReading.ts";
import { ERRORS_OF_ONE_TEXT } from "../../core/document/segmentOutcome.ts";
import { findLanguage, LANGUAGE_CODES, type Locale } from "../../core/languages.ts";
import { openJournal } from "./journal.ts";

/** UTF-16 offsets. */
const range = v.object({ start: v.number(), end: v.number() });
/** None: what was missing or added are words of the user's. */
const noWords = v.pipe(v.array(v.string()), v.maxLength(0));

const finding = v.variant("kind", [
  v.object({
    kind: v.picklist(["numbers", "placeholders", "urls", "code", "markup", "names"]),
    missing: noWords,
    added: noWords,
  }),
  v.object({ kind: v.picklist(["blocks", "repetition", "characters", "unchanged"]) }),
  v.object({ kind: v.literal("language"), expected: v.picklist(LANGUAGE_CODES), found: v.picklist(LANGUAGE_CODES) }),
  v.object({ kind: v.literal("length"), ratio: v.number() }),
  v.object({
    kind: v.literal("register"),
    expected: v.exactOptional(v.picklist(["formal", "informal"])),
    words: noWords,
  }),
]);

const entry = v.object({
  /** URIs, and the hashes of the text in them by `hashBytes`. */
  output: v.string(),
  outputHash: v.string(),
  source: v.string(),
  sourceHash: v.string(),
  language: v.pipe(
    v.string(),
    v.check((code) => findLanguage(code) !== undefined),
    v.transform((code) => code as Locale),
  ),
  issues: v.array(
    v.object({
      kind: v.picklist(["fault", "doubt", ...UNREAD_KINDS]),
      findings: v.array(finding),
      error: v.exactOptional(v.picklist(ERRORS_OF_ONE_TEXT)),
      /** Of its source, by core's `hashText`. */
      hash: v.string(),
      /** In the source, and in the translation without its byte order mark. */
      source: range,
      range,
    }),
  ),
});

/** What is to be looked at in a translated document, as it was when the document had this hash. Without any of its text. */
export type IssueEntry = v.InferOutput<typeof entry>;
export type StoredFinding = IssueEntry["issues"][number]["findings"][number];

/** What is to be looked at in translated documents, so that it is still known after the window has been closed. */
export interface IssueRecord {
  /** In the place of what was known of the output with this hash. */
  set(entry: IssueEntry): Promise<void>;
  /** The outputs that there is something to look at in. */
  outputs(): readonly string[];
  find(output: string, outputHash: string): IssueEntry | undefined;
}

/** What can't be written is only forgotten with the window. */
export async function openIssueRecord(file: string): Promise<IssueRecord> {
  const journal = await openJournal(file);
  const known = new Map<string, IssueEntry>();
  const take = (one: IssueEntry) => void known.set(keyOf(one.output, one.outputHash), one);
  for (const value of journal.lines) {
    const parsed = v.safeParse(entry, value);
    if (parsed.success) take(parsed.output);
  }
  return {
    set: async (one) => {
      if (one.issues.length === 0 && !known.has(keyOf(one.output, one.outputHash))) return;
      take(one);
      await journal.append(one).catch(() => {});
    },
    outputs: () => [...new Set([...known.values()].flatMap(({ output, issues }) => (issues.length > 0 ? output : [])))],
    find: (output, outputHash) => known.get(keyOf(output, outputHash)),
  };
}

function keyOf(output: string, hash: string): string {
  return `${hash} ${output}`;
}
