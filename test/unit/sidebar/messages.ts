import type { Choices, Draft, EntryView, HostMessage, PageMessage, Place } from "../../../src/protocol.ts";

export const CHOICES: Choices = {
  task: "translate",
  to: "mt",
  formality: "auto",
  style: "clearer",
  form: "keyPoints",
};

export const DRAFT: Draft = {
  revision: 3,
  text: "Γεια σας.",
  instruction: "",
  origin: "selection",
  documentName: "<img src=x>.md",
  selections: 1,
  characters: 9,
  detected: "el",
  hasOtherSelection: false,
};

export const ENTRY: EntryView = {
  id: 1,
  title: "Translation (Malti)",
  task: "translate",
  language: "mt",
  documentName: "a.md",
  sources: ["Wait 30 days."],
  texts: ["Stenna 31 jum."],
  corrections: [],
  findings: [{ message: "Numbers differ (missing: 30; added: 31).", missing: ["30"], added: ["31"] }],
  note: "",
  tryNumber: 1,
  tryCount: 1,
  progress: { kind: "none" },
  target: "ready",
};

export const CORRECTED: EntryView = {
  ...ENTRY,
  title: "Correction",
  task: "correct",
  sources: ["Les enfant joue."],
  texts: ["Les enfants joue."],
  corrections: [
    { title: "Ending", lead: "Les ", before: "enfant", after: "enfants", trail: " joue.", isKept: true },
    { title: "Ending", lead: "Les enfant ", before: "joue", after: "jouent", trail: ".", isKept: false },
  ],
  findings: [],
};

export const RUNNING: EntryView = {
  ...ENTRY,
  texts: [],
  findings: [],
  tryNumber: 0,
  tryCount: 0,
  progress: { kind: "running", title: "Translating into Malti…", received: "", isChecking: false, expected: 13 },
};

export const PLACE: Place = {
  id: '["openai","Cluster","https://llm.example.eu","EuroLLM"]',
  name: "Cluster",
  model: "EuroLLM",
  where: "llm.example.eu",
  isLocal: false,
};

export const PLACES: HostMessage & { readonly kind: "places" } = {
  kind: "places",
  places: { translate: PLACE, correct: PLACE, rewrite: PLACE, summarize: PLACE },
  recent: ["fi"],
  styles: [{ name: "Easy", instruction: "For children." }],
};

/** One of each kind. */
export const PAGE_MESSAGES: readonly PageMessage[] = [
  { kind: "ready" },
  { kind: "edit", revision: 4, text: "Text", instruction: "" },
  { kind: "edit", revision: 4, instruction: "kurz" },
  { kind: "choose", choices: CHOICES },
  { kind: "useSelection" },
  { kind: "setLanguage", language: "ga" },
  { kind: "setLanguage" },
  { kind: "run", choices: CHOICES, revision: 3, place: PLACE.id },
  { kind: "cancel" },
  { kind: "tryAgain", entry: 1 },
  { kind: "refine", entry: 1, instruction: "shorter" },
  { kind: "showTry", entry: 1, way: "earlier" },
  { kind: "showEntry", entry: 1 },
  { kind: "keepCorrections", entry: 1, tryNumber: 1, corrections: [0, 2], isKept: false },
  { kind: "apply", entry: 1, way: "replace" },
  { kind: "remedy", entry: 1, name: "retry" },
  { kind: "chooseEndpoint", name: "choose", task: "correct" },
  { kind: "clearHistory" },
  { kind: "help" },
];

/** One of each kind. */
export const HOST_MESSAGES: readonly HostMessage[] = [
  { kind: "choices", choices: CHOICES },
  { kind: "draft", draft: DRAFT },
  PLACES,
  { kind: "entry", entry: ENTRY },
  { kind: "entry", entry: RUNNING },
  { kind: "entry", entry: CORRECTED },
  {
    kind: "entry",
    entry: {
      ...ENTRY,
      progress: { kind: "failed", message: "No.", remedies: [{ name: "retry", label: "Try Again" }], partial: "St" },
    },
  },
  { kind: "entry" },
  { kind: "delta", entry: 1, text: "Stenna" },
  { kind: "history", entries: [{ id: 1, title: "Translation (Malti)", excerpt: "Wait" }] },
  { kind: "notice", message: "Copied." },
  { kind: "focus" },
];
