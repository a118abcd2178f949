import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type EntryView, type HostMessage, LONGEST_TEXT, parseChoices } from "../../../src/protocol.ts";
import { missingForRun, runMessage } from "../../../src/webview/runMessage.ts";
import { type Action, firstState, reduce, type State } from "../../../src/webview/state.ts";
import { CHOICES, DRAFT, ENTRY, PLACES, RUNNING } from "../sidebar/messages.ts";

const first = firstState(parseChoices(undefined));
const received = (message: HostMessage): Action => ({ kind: "received", message });
const reach = (...actions: readonly Action[]): State => actions.reduce(reduce, first);
const start = received({ kind: "entry", entry: RUNNING });
const delta = (text: string, entry = 1) => received({ kind: "delta", entry, text });

describe("the state of the page", () => {
  it("takes the text that the extension holds, until something newer is typed", () => {
    const held = received({ kind: "draft", draft: DRAFT });
    assert.deepEqual(reach(held), { ...first, draft: DRAFT });
    const typed = reach(held, { kind: "typed", text: "Γεια" });
    const { detected: _, ...rest } = DRAFT;
    const expected = {
      ...rest,
      text: "Γεια",
      origin: "typed",
      documentName: "",
      selections: 0,
      characters: 4,
      revision: 4,
      hasOtherSelection: true,
    };
    assert.deepEqual(typed.draft, expected);
    assert.equal(reduce(typed, held), typed, "an older draft changes nothing");
    const newer = { ...DRAFT, revision: 4 };
    assert.equal(reduce(typed, received({ kind: "draft", draft: newer })).draft, newer);
  });

  it("keeps a text that is too long to be told, whatever the extension holds", () => {
    const typed = reach({ kind: "typed", text: "ß".repeat(LONGEST_TEXT + 1) });
    const held = reduce(typed, received({ kind: "draft", draft: { ...DRAFT, revision: 9 } }));
    assert.deepEqual(held.draft, { ...typed.draft, hasOtherSelection: true });
    const other = received({ kind: "draft", draft: { ...DRAFT, origin: "typed", hasOtherSelection: true } });
    assert.equal(reduce(typed, other).draft.hasOtherSelection, true);
    const emptied = reduce(held, { kind: "typed", text: "" });
    assert.equal(reduce(emptied, received({ kind: "draft", draft: { ...DRAFT, revision: 9 } })).draft.text, DRAFT.text);
  });

  it("counts an instruction as a change of the draft, and leaves its text the selection's", () => {
    const { draft } = reach(received({ kind: "draft", draft: DRAFT }), { kind: "instructed", instruction: "kurz" });
    assert.deepEqual(draft, { ...DRAFT, instruction: "kurz", revision: 4 });
  });

  it("guesses the language used last once, and keeps what was chosen", () => {
    assert.equal(reach(received(PLACES)).choices.to, "fi");
    assert.equal(reach({ kind: "chose", choices: { to: "ga" } }, received(PLACES)).choices.to, "ga");
    assert.equal(reach(received({ ...PLACES, recent: [], defaultLanguage: "et" })).choices.to, "et");
    assert.equal(reach(received({ ...PLACES, recent: [] })).choices.to, undefined);
  });

  it("gathers what arrives for the entry that runs, and for no other", () => {
    const { stream } = reach(start, delta("Stenna\n"), delta("31", 2), delta("31 jum"));
    assert.deepEqual(stream, { pages: [], blocks: ["Stenna", "31 jum"], length: 13 });
    assert.equal(reach(delta("x")).stream.length, 0);
  });

  it("goes on from what a page before it had received", () => {
    const progress = { ...RUNNING.progress, received: "Stenna\n3" };
    const { stream } = reach(received({ kind: "entry", entry: { ...RUNNING, progress } }), delta("1 jum"));
    assert.deepEqual(stream.blocks, ["Stenna", "31 jum"]);
  });

  it("says start, half and end of a run once each, and nothing of its words", () => {
    const done = received({ kind: "entry", entry: ENTRY });
    const spoken = [start, delta("Stenna"), delta(" 3"), delta("1 jum"), start, done, done].reduce<{
      state: State;
      said: unknown[];
    }>(
      ({ state, said }, action) => {
        const next = reduce(state, action);
        return { state: next, said: next.spoken === state.spoken ? said : [...said, next.spoken] };
      },
      { state: first, said: [] },
    ).said;
    assert.deepEqual(spoken, [
      { kind: "started", title: "Translating into Malti…" },
      { kind: "half" },
      { kind: "done", findings: 1, note: "" },
    ]);
  });

  it("says why a run failed, and that one was cancelled", () => {
    const failed: EntryView = {
      ...RUNNING,
      progress: { kind: "failed", message: "No server.", remedies: [], partial: "" },
    };
    assert.deepEqual(reach(start, received({ kind: "entry", entry: failed })).spoken, {
      kind: "failed",
      message: "No server.",
    });
    const cancelled = { ...RUNNING, progress: { kind: "cancelled", partial: "" } } as const;
    assert.deepEqual(reach(start, received({ kind: "entry", entry: cancelled })).spoken, { kind: "cancelled" });
  });

  it("says nothing of a run that ended while no page was there", () => {
    assert.deepEqual(reach(received({ kind: "entry", entry: ENTRY })).spoken, { kind: "nothing" });
  });

  it("shows changes of a correction, the result of a translation, and what was chosen until another entry comes", () => {
    const correction = { ...ENTRY, id: 2, task: "correct" } as const;
    assert.equal(reach(received({ kind: "entry", entry: ENTRY })).view, "result");
    const viewed = reach(received({ kind: "entry", entry: correction }), { kind: "viewed", view: "original" });
    assert.equal(viewed.view, "original");
    assert.equal(reduce(viewed, received({ kind: "entry", entry: { ...correction, tryCount: 2 } })).view, "original");
    assert.equal(reduce(viewed, received({ kind: "entry", entry: { ...correction, id: 3 } })).view, "changes");
  });

  it("never changes what it is given", () => {
    const freeze = <T>(value: T): T => {
      if (typeof value === "object" && value !== null) Object.values(Object.freeze(value)).forEach(freeze);
      return value;
    };
    const actions = [
      received({ kind: "draft", draft: DRAFT }),
      received(PLACES),
      start,
      delta("x"),
      received({ kind: "entry" }),
    ];
    actions.reduce((state, action) => freeze(reduce(state, freeze(structuredClone(action)))), freeze(first));
  });
});

describe("what Run sends", () => {
  const ready = { ...reach(received({ kind: "draft", draft: DRAFT }), received(PLACES)), choices: CHOICES };

  it("the choices, the revision of the text that is shown, and the place that is shown", () => {
    const place = PLACES.places.translate.id;
    assert.deepEqual(runMessage(ready), { kind: "run", choices: CHOICES, revision: 3, place });
  });

  const { to: _, ...withoutLanguage } = CHOICES;
  const problem = { message: "m", remedy: "r", name: "choose" } as const;
  const CASES: Readonly<Record<string, Partial<State>>> = {
    "there is no text": { draft: { ...DRAFT, text: " \n" } },
    "the text is too long": { draft: { ...DRAFT, origin: "typed", text: "ß".repeat(100_001) } },
    "the selection is too long": { draft: { ...DRAFT, origin: "tooLong", text: "" } },
    "no language is chosen": { choices: withoutLanguage },
    "an own instruction is missing": { choices: { ...CHOICES, task: "rewrite", style: "custom" } },
    "the settings aren't read yet": { places: undefined },
    "the place has a problem": {
      places: { ...PLACES, places: { ...PLACES.places, translate: { ...PLACES.places.translate, problem } } },
    },
    "an answer is on its way": { entry: RUNNING },
  };
  for (const [name, state] of Object.entries(CASES)) {
    it(`nothing while ${name}`, () => assert.equal(runMessage({ ...ready, ...state }), undefined));
  }

  it("is told by what is missing, where that is the user's to give", () => {
    const missing = Object.fromEntries(
      Object.entries(CASES).map(([name, state]) => [name, missingForRun({ ...ready, ...state })]),
    );
    assert.deepEqual(missing, {
      "there is no text": "text",
      "the text is too long": undefined,
      "the selection is too long": undefined,
      "no language is chosen": "language",
      "an own instruction is missing": "instruction",
      "the settings aren't read yet": undefined,
      "the place has a problem": undefined,
      "an answer is on its way": undefined,
    });
  });
});
