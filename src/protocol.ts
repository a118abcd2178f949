import * as v from "valibot";
import { findLanguage, type Locale } from "./core/languages.ts";
import { FORMALITIES, FORMS, STYLES, TASK_KINDS } from "./core/writing/task.ts";

/** UTF-16 units that the sidebar takes as one text. What is longer is work for a document, not for a box. */
export const LONGEST_TEXT = 100_000;
/** UTF-16 units of an instruction, as for the commands. */
export const LONGEST_INSTRUCTION = 4000;
/** What an answer may be many times as long as its text, and never shorter than 256 KiB: so much is let through. */
const LONGEST_ANSWER = 1_000_000;
const LONGEST_LABEL = 1000;
const MOST = 100;
/** Corrections that are listed one by one: a text with more of them is taken or left whole. */
export const MOST_CORRECTIONS = 1000;

const label = v.pipe(v.string(), v.maxLength(LONGEST_LABEL));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const answer = v.pipe(v.string(), v.maxLength(LONGEST_ANSWER));
const instruction = v.pipe(v.string(), v.maxLength(LONGEST_INSTRUCTION));
const locale = v.custom<Locale>((code) => typeof code === "string" && findLanguage(code)?.code === code);

const choices = v.strictObject({
  task: v.picklist(TASK_KINDS),
  /** `undefined` until a language was chosen. */
  to: v.optional(locale),
  formality: v.picklist(FORMALITIES),
  style: v.picklist(STYLES),
  form: v.picklist(FORMS),
  /** The text's own where it is missing. */
  summaryLanguage: v.optional(locale),
});

/** What the user chose, and nothing that the user wrote: this alone outlives the window. */
export type Choices = v.InferOutput<typeof choices>;

export const APPLY_WAYS = ["replace", "insertBelow", "copy", "beside"] as const;
export type ApplyWay = (typeof APPLY_WAYS)[number];

const pageMessage = v.variant("kind", [
  v.strictObject({ kind: v.literal("ready") }),
  /** What stands in the boxes. A later revision wins over an earlier one, whichever side it is from. */
  v.strictObject({
    kind: v.literal("edit"),
    revision: count,
    /** Missing where the instruction alone was edited. */
    text: v.optional(v.pipe(v.string(), v.maxLength(LONGEST_TEXT))),
    instruction,
  }),
  /** To be remembered for the workspace. */
  v.strictObject({ kind: v.literal("choose"), choices }),
  v.strictObject({ kind: v.literal("useSelection") }),
  /** The language of the text, where the user knows better. */
  v.strictObject({ kind: v.literal("setLanguage"), language: v.optional(locale) }),
  /** `place` is that of the endpoint that was shown: to another nothing is sent. */
  v.strictObject({ kind: v.literal("run"), choices, revision: count, place: label }),
  v.strictObject({ kind: v.literal("cancel") }),
  v.strictObject({ kind: v.literal("tryAgain"), entry: count }),
  v.strictObject({
    kind: v.literal("refine"),
    entry: count,
    instruction: v.pipe(instruction, v.trim(), v.minLength(1)),
  }),
  v.strictObject({ kind: v.literal("showTry"), entry: count, way: v.picklist(["earlier", "later"]) }),
  v.strictObject({ kind: v.literal("showEntry"), entry: count }),
  v.strictObject({ kind: v.literal("apply"), entry: count, way: v.picklist(APPLY_WAYS) }),
  /** Corrections of the try that is shown, by their place in its list. */
  v.strictObject({
    kind: v.literal("keepCorrections"),
    entry: count,
    tryNumber: count,
    corrections: v.pipe(v.array(count), v.maxLength(MOST_CORRECTIONS)),
    isKept: v.boolean(),
  }),
  v.strictObject({ kind: v.literal("remedy"), entry: count, name: label }),
  v.strictObject({
    kind: v.literal("chooseEndpoint"),
    name: v.picklist(["choose", "settings", "download"]),
    task: v.picklist(TASK_KINDS),
  }),
  v.strictObject({ kind: v.literal("clearHistory") }),
  /** The walkthrough. */
  v.strictObject({ kind: v.literal("help") }),
]);

/** What the page asks of the extension. */
export type PageMessage = v.InferOutput<typeof pageMessage>;

const place = v.strictObject({
  /** What tells it from all others; empty where nothing can be sent. */
  id: label,
  name: label,
  model: label,
  /** The host, and what is known of it: `api.mistral.ai, run by Mistral AI in France (EU)`, `on this computer`. */
  where: label,
  isLocal: v.boolean(),
  /** A sentence, where nothing can be sent as things are, and the button that mends it. */
  problem: v.optional(
    v.strictObject({ message: label, remedy: label, name: v.picklist(["choose", "settings", "download"]) }),
  ),
});

/** Where a task's text goes. */
export type Place = v.InferOutput<typeof place>;

const draft = v.strictObject({
  revision: count,
  text: v.pipe(v.string(), v.maxLength(LONGEST_TEXT)),
  instruction,
  /** `selection`: as it stands in the editor; `tooLong`: a selection that isn't shown and can't be sent. */
  origin: v.picklist(["typed", "selection", "tooLong"]),
  /** Of the selection's document. */
  documentName: v.pipe(v.string(), v.maxLength(LONGEST_LABEL)),
  /** How many selections the text is of. */
  selections: count,
  /** Characters of the selection, also where it is too long. */
  characters: count,
  detected: v.optional(locale),
  /** What the user said in its place. */
  language: v.optional(locale),
  /** The editor has a selection that isn't in the box. */
  hasOtherSelection: v.boolean(),
});

/** The text to work on, as the extension holds it. */
export type Draft = v.InferOutput<typeof draft>;

const finding = v.strictObject({
  message: label,
  /** Pieces of the source that the answer lacks, and of the answer that the source lacks: where it can be shown. */
  missing: v.pipe(v.array(answer), v.maxLength(MOST)),
  added: v.pipe(v.array(answer), v.maxLength(MOST)),
});

/** What the check found, in plain words. */
export type FindingView = v.InferOutput<typeof finding>;

const correction = v.strictObject({
  /** What it mends, as far as the wordings tell: `Spelling`. */
  title: label,
  /** Words of the text before and behind it, to know it by. */
  lead: label,
  trail: label,
  before: answer,
  after: answer,
  isKept: v.boolean(),
});

/** One change of a correction, which can be left out alone. */
export type CorrectionView = v.InferOutput<typeof correction>;

const remedy = v.strictObject({ name: label, label });

const progress = v.variant("kind", [
  v.strictObject({ kind: v.literal("none") }),
  /** What has arrived of each text; `isChecking` while a faulty answer is asked for once more. */
  v.strictObject({
    kind: v.literal("running"),
    title: label,
    received: answer,
    isChecking: v.boolean(),
    expected: count,
  }),
  v.strictObject({ kind: v.literal("failed"), message: label, remedies: v.array(remedy), partial: answer }),
  v.strictObject({ kind: v.literal("cancelled"), partial: answer }),
]);

const entry = v.strictObject({
  id: count,
  title: label,
  task: v.picklist(TASK_KINDS),
  /** The answer's language, where it is known. */
  language: v.optional(locale),
  sourceLanguage: v.optional(locale),
  documentName: v.pipe(v.string(), v.maxLength(LONGEST_LABEL)),
  sources: v.array(v.pipe(v.string(), v.maxLength(LONGEST_TEXT))),
  /** Of the try that is shown, with the corrections that are kept; empty before the first has come. */
  texts: v.array(answer),
  /** Empty for all other tasks, and where there are more than can be listed. */
  corrections: v.pipe(v.array(correction), v.maxLength(MOST_CORRECTIONS)),
  findings: v.array(finding),
  /** A sentence about an answer that changes nothing. */
  note: v.pipe(v.string(), v.maxLength(LONGEST_LABEL)),
  /** From 1; 0 before the first. */
  tryNumber: count,
  tryCount: count,
  progress,
  /** Whether the text still stands where it was taken: `none` for typed text, `done` after it was replaced. */
  target: v.picklist(["none", "ready", "changed", "gone", "readOnly", "done"]),
});

/** A run with its tries. */
export type EntryView = v.InferOutput<typeof entry>;

const hostMessage = v.variant("kind", [
  /** As they were when the workspace was last open. */
  v.strictObject({ kind: v.literal("choices"), choices }),
  v.strictObject({ kind: v.literal("draft"), draft }),
  v.strictObject({
    kind: v.literal("places"),
    places: v.strictObject({ translate: place, correct: place, rewrite: place, summarize: place }),
    recent: v.pipe(v.array(locale), v.maxLength(MOST)),
    /** The user's own. */
    styles: v.pipe(v.array(v.strictObject({ name: label, instruction })), v.maxLength(MOST)),
    /** What the settings say, until the user has chosen another. */
    defaultLanguage: v.optional(locale),
  }),
  v.strictObject({ kind: v.literal("entry"), entry: v.optional(entry) }),
  /** Goes on from what has been received of the entry that runs. */
  v.strictObject({ kind: v.literal("delta"), entry: count, text: answer }),
  v.strictObject({
    kind: v.literal("history"),
    entries: v.pipe(v.array(v.strictObject({ id: count, title: label, excerpt: label })), v.maxLength(MOST)),
  }),
  v.strictObject({ kind: v.literal("notice"), message: label }),
  v.strictObject({ kind: v.literal("focus") }),
]);

/** What the extension tells the page. */
export type HostMessage = v.InferOutput<typeof hostMessage>;

/** Entries of the session that are kept. */
export const MOST_ENTRIES = 50;

/** What the page sent, if it is one of its messages and no longer than it may be. */
export function parsePageMessage(value: unknown): PageMessage | undefined {
  const result = v.safeParse(pageMessage, value);
  return result.success ? result.output : undefined;
}

/** What the extension sent, under the same conditions. */
export function parseHostMessage(value: unknown): HostMessage | undefined {
  const result = v.safeParse(hostMessage, value);
  return result.success ? result.output : undefined;
}

/** Choices that were stored, or the first ones. */
export function parseChoices(value: unknown): Choices {
  const result = v.safeParse(choices, value);
  return result.success ? result.output : FIRST_CHOICES;
}

const FIRST_CHOICES: Choices = {
  task: "translate",
  formality: "auto",
  style: "clearer",
  form: "keyPoints",
};
