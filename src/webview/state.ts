import { type Choices, type Draft, type EntryView, type HostMessage, LONGEST_TEXT } from "../protocol.ts";
import { appendToStream, EMPTY_STREAM, type Stream } from "./stream.ts";

type Message<Kind extends HostMessage["kind"]> = HostMessage & { readonly kind: Kind };

/** How an answer is looked at. */
export type AnswerView = "changes" | "result" | "original";

/** Everything that the page shows. */
export interface State {
  readonly choices: Choices;
  readonly draft: Draft;
  /** `undefined` until the extension has told it. */
  readonly places: Message<"places"> | undefined;
  readonly entry: EntryView | undefined;
  /** What has arrived of the entry that runs. */
  readonly stream: Stream;
  readonly view: AnswerView;
  readonly history: Message<"history">["entries"];
  /** For eyes and ears, until the next. */
  readonly notice: string;
  /** For ears alone: what a run has come to. */
  readonly spoken: Spoken;
}

/** What is said of a run; each is said once. */
export type Spoken =
  | { readonly kind: "nothing" }
  | { readonly kind: "started"; readonly title: string }
  | { readonly kind: "half" }
  | { readonly kind: "done"; readonly findings: number; readonly note: string }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly message: string };

export type Action =
  | { readonly kind: "received"; readonly message: HostMessage }
  | { readonly kind: "typed"; readonly text: string }
  | { readonly kind: "instructed"; readonly instruction: string }
  | { readonly kind: "chose"; readonly choices: Partial<Choices> }
  | { readonly kind: "viewed"; readonly view: AnswerView };

export function firstState(choices: Choices): State {
  return {
    choices,
    draft: {
      revision: 0,
      text: "",
      instruction: "",
      origin: "typed",
      documentName: "",
      selections: 0,
      characters: 0,
      hasOtherSelection: false,
    },
    places: undefined,
    entry: undefined,
    stream: EMPTY_STREAM,
    view: "changes",
    history: [],
    notice: "",
    spoken: { kind: "nothing" },
  };
}

/** The next state. Pure: what has to be sent or stored is seen by comparing the two. */
export function reduce(state: State, action: Action): State {
  switch (action.kind) {
    case "received":
      return receive(state, action.message);
    case "typed":
      return { ...state, notice: "", draft: typed(state.draft, action.text) };
    case "instructed":
      return {
        ...state,
        draft: { ...state.draft, instruction: action.instruction, revision: state.draft.revision + 1 },
      };
    case "chose":
      return { ...state, choices: { ...state.choices, ...action.choices } };
    case "viewed":
      return { ...state, view: action.view };
    default:
      return action satisfies never;
  }
}

function typed(draft: Draft, text: string): Draft {
  const { detected: _, ...rest } = draft;
  return {
    ...rest,
    text,
    origin: "typed",
    documentName: "",
    selections: 0,
    characters: text.length,
    revision: draft.revision + 1,
    hasOtherSelection: draft.hasOtherSelection || draft.origin !== "typed",
  };
}

function receive(state: State, message: HostMessage): State {
  switch (message.kind) {
    case "choices":
      return { ...state, choices: message.choices };
    case "draft":
      return withDraft(state, message.draft);
    case "places":
      return { ...state, places: message, choices: withLanguage(state.choices, message) };
    case "entry":
      return receiveEntry(state, message.entry);
    case "delta":
      return receiveDelta(state, message);
    case "history":
      return { ...state, history: message.entries };
    case "notice":
      return { ...state, notice: message.message };
    // Where the cursor is isn't part of the state.
    case "focus":
      return state;
    default:
      return message satisfies never;
  }
}

/** What is being typed here is newer than what the extension knows of it, and of what is too long it knows nothing. */
function withDraft(state: State, draft: Draft): State {
  const isTooLong = state.draft.text.length > LONGEST_TEXT;
  const hasOtherSelection = draft.hasOtherSelection || draft.origin !== "typed";
  if (isTooLong) return { ...state, draft: { ...state.draft, hasOtherSelection } };
  return draft.revision < state.draft.revision ? state : { ...state, draft };
}

/** The first time the language used last is a better guess than none. */
function withLanguage(choices: Choices, { recent, defaultLanguage }: Message<"places">): Choices {
  const to = choices.to ?? recent[0] ?? defaultLanguage;
  return to === undefined ? choices : { ...choices, to };
}

function receiveEntry(state: State, entry: EntryView | undefined): State {
  const isSame = entry !== undefined && entry.id === state.entry?.id;
  const received = entry?.progress.kind === "running" ? entry.progress.received : "";
  return {
    ...state,
    entry,
    notice: "",
    stream: received === "" ? EMPTY_STREAM : appendToStream(EMPTY_STREAM, received),
    view: isSame ? state.view : firstView(entry),
    spoken: spokenOf(state, entry),
  };
}

/** The words of two languages have no difference to show, and a summary isn't a changed text. */
function firstView(entry: EntryView | undefined): AnswerView {
  return entry && hasChanges(entry) ? "changes" : "result";
}

export function hasChanges({ task }: EntryView): boolean {
  return task === "correct" || task === "rewrite";
}

function spokenOf({ entry: before, spoken }: State, entry: EntryView | undefined): Spoken {
  if (!entry) return { kind: "nothing" };
  const wasRunning = before?.progress.kind === "running" && before.id === entry.id;
  const { progress } = entry;
  switch (progress.kind) {
    case "running":
      return wasRunning ? spoken : { kind: "started", title: progress.title };
    case "failed":
      return wasRunning ? { kind: "failed", message: progress.message } : spoken;
    case "cancelled":
      return wasRunning ? { kind: "cancelled" } : spoken;
    case "none":
      return wasRunning ? { kind: "done", findings: entry.findings.length, note: entry.note } : spoken;
    default:
      return progress satisfies never;
  }
}

function receiveDelta(state: State, { entry, text }: Message<"delta">): State {
  const progress = state.entry?.progress;
  if (state.entry?.id !== entry || progress?.kind !== "running") return state;
  const stream = appendToStream(state.stream, text);
  const isHalf = state.spoken.kind === "started" && progress.expected > 0 && stream.length * 2 >= progress.expected;
  return { ...state, stream, spoken: isHalf ? { kind: "half" } : state.spoken };
}
