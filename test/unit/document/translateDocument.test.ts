import assert from "node:assert/strict";
import { describe, it } from "mocha";
import {
  type TranslateDocumentOptions,
  type TranslatedDocument,
  translateDocument,
} from "../../../src/core/document/translateDocument.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { createMemory } from "../../../src/core/memory/translationMemory.ts";
import { type FakeModel, fakeModel, instructionOf, textOf } from "../../support/fakeModel.ts";

const translate = (
  text: string,
  model: FakeModel,
  options: Partial<TranslateDocumentOptions> = {},
): Promise<TranslatedDocument> =>
  translateDocument({
    text,
    format: "markdown",
    task: { kind: "translate", to: "mt", formality: "auto" },
    model,
    detectLanguage: async () => undefined,
    signal: new AbortController().signal,
    ...options,
  });

const louder = (text: string) => text.replace(/\b[a-z]+/gu, (word) => word.toUpperCase());

describe("translateDocument", () => {
  it("translates the prose and leaves the rest", async () => {
    const model = fakeModel(louder);
    const { text, counts, issues, outcomes } = await translate(
      "# one\r\n\r\n> two\r\n> three **four**\r\n\r\n- five `x`\r\n\r\n| ΕΝΑ | six |\r\n|--|:-:|\r\n| 1 | 2 |\r\n",
      model,
    );
    assert.equal(
      text,
      "# ONE\r\n\r\n> TWO\r\n> THREE **FOUR**\r\n\r\n- FIVE `x`\r\n\r\n| ΕΝΑ | SIX |\r\n|--|:-:|\r\n| 1 | 2 |\r\n",
    );
    assert.deepEqual(model.requests.map(textOf), ["one", "two three **four**", "five `x`", "ΕΝΑ", "six"]);
    assert.deepEqual(outcomes, ["accepted", "accepted", "repaired", "unchanged", "accepted"]);
    assert.deepEqual([counts.accepted, counts.unchanged, issues], [3, 1, []]);
  });

  it("sends nothing twice that a memory has", async () => {
    const memory = createMemory();
    const first = fakeModel(louder);
    await translate("see [one](a.md)\n\ntwo words\n", first, { memory });
    const second = fakeModel(louder);
    const { text, counts } = await translate("two words\n\nsee [one](b.md)\n", second, { memory });
    assert.deepEqual([text, counts.memory, second.requests.length], ["TWO WORDS\n\nSEE [ONE](b.md)\n", 2, 0]);
  });

  it("keeps the source of what has a fault to the end, and names it", async () => {
    const model = fakeModel((text) => (/`|\[\[/u.test(text) ? "wrong `y` `z`" : louder(text)));
    const source = "one two\n\nthree `x` four\n\nfive\n";
    const { text, issues } = await translate(source, model);
    assert.equal(text, "ONE TWO\n\nTHREE `x` FOUR\n\nFIVE\n");
    assert.deepEqual(issues, []);
    const kept = await translate(
      "a `x` b",
      fakeModel(() => "wrong `y` `z`"),
    );
    assert.deepEqual(
      [kept.text, kept.counts.kept, kept.issues.map(({ kind, rejected }) => [kind, rejected])],
      ["a `x` b", 1, [["fault", "wrong `y` `z`"]]],
    );
  });

  it("names the emphasis and the links that an answer lost, and nothing that it kept", async () => {
    const answers = ["A [B](/b) C", "*A* [B](/b) C", "A B", "*A* [B](/b)"];
    const model = fakeModel(answers);
    const { counts } = await translate("*a* [b](/b) c\n\n*a* [b](/b)\n", model, { memory: createMemory() });
    assert.equal(counts.retried, 2);
    const [, one = "", , two = ""] = model.requests.map(instructionOf);
    assert.ok(one.endsWith("with its words translated: *a*."), one);
    assert.ok(two.endsWith("with its words translated: *a*, [b](…)."), two);
  });

  it("asks again for the sentences alone that have a fault, and lets the rest of the answer stand", async () => {
    const source = "One *two* three. Four `x`\nsix. [Seven](/seven) eight.\n";
    const model = fakeModel([
      "ONE TWO THREE. FOUR `x` SIX. SEVEN EIGHT.",
      "ONE *TWO* THREE.",
      "[SEVEN](/seven) EIGHT.",
    ]);
    const { text, counts } = await translate(source, model);
    assert.deepEqual([text, counts.retried], ["ONE *TWO* THREE. FOUR `x`\nSIX. [SEVEN](/seven) EIGHT.\n", 1]);
    assert.deepEqual(model.requests.slice(1).map(textOf), ["One *two* three.", "[Seven](/seven) eight."]);
  });

  it("asks for the whole again where a sentence can't be mended by itself, or isn't told from the others", async () => {
    const [source, sound] = ["One *two* three. Four `x` six.\n", "ONE *TWO* THREE. FOUR `x` SIX."];
    const alone = fakeModel(["ONE TWO THREE. FOUR `x` SIX.", "`y`", "`y`", sound]);
    const mended = await translate(source, alone);
    assert.deepEqual([mended.text, mended.counts.retried], [`${sound}\n`, 1]);
    assert.deepEqual(alone.requests.slice(1, 2).map(textOf), ["One *two* three."]);
    const joined = fakeModel(["ONE TWO THREE, FOUR `x` SIX.", sound]);
    assert.equal((await translate(source, joined)).text, `${sound}\n`);
    assert.deepEqual(joined.requests.slice(1).map(textOf), [source.trim()]);
  });

  it("goes on sentence by sentence, and only in one that fails again by the runs between its marks", async () => {
    const model = fakeModel((text) => (/\*.*`|\[\[|b `x`/su.test(text) ? "wrong" : louder(text)));
    const { text, counts } = await translate("A *one* stops. See b `x` here.\nThe *last. one* ends.\n", model);
    assert.deepEqual([text, counts.byRun], ["A *ONE* STOPS. See B `x` HERE.\nThe *LAST. ONE* ENDS.\n", 1]);
    assert.deepEqual(model.requests.slice(3).map(textOf), [
      "A *one* stops.",
      "See b `x` here.",
      "See b",
      "here.",
      "The *last. one* ends.",
    ]);
  });

  it("goes on past a text that can't be answered, and stops where the endpoint can't", async () => {
    const cut = fakeModel(["ONE", new AssistantError("truncated"), new AssistantError("truncated"), "THREE"]);
    const { text, issues } = await translate("one\n\ntwo\n\nthree\n", cut);
    assert.deepEqual([text, issues.map(({ error }) => error)], ["ONE\n\ntwo\n\nTHREE\n", ["truncated"]]);
    const memory = createMemory();
    const gone = fakeModel(["ONE", new AssistantError("unreachable")]);
    await assert.rejects(translate("one\n\ntwo\n", gone, { memory }), { kind: "unreachable" });
    const back = fakeModel(["TWO"]);
    assert.equal((await translate("one\n\ntwo\n", back, { memory })).text, "ONE\n\nTWO\n");
  });
});

describe("front matter that can't be read", () => {
  const ROWS: Readonly<Record<string, readonly [matter: string, at: string | undefined]>> = {
    "a bracket that isn't closed": ["---\ntitle: a title\nlist: [one, two\n---\n", "list"],
    "an indent that can't be": ["---\ntitle: a title\n  other: words\n---\n", "title: a"],
    "a key that stands there twice": ["---\ntitle: a title\ntitle: another\n---\n", "title: another"],
    "a line that is no data": ["---\n<div>\ntitle: a title\nlayout: page\n---\n", "<div>"],
    "carriage returns": ["---\rtitle: a title\rlist: [one, two\r---\r", "list"],
    "no end": ["---\ntitle: a title\n\n", "---"],
    "no end, behind a byte order mark": ["\uFEFF---\ntitle: a title\n\n", "---"],
    "nothing wrong, indented, behind a comment": ["---\n  # a note\n  title: ΤΙΤΛΟΣ\n---\n", undefined],
    "nothing wrong, in Greek": ["---\nτίτλος: ΤΙΤΛΟΣ\n---\n", undefined],
    "nothing wrong": ["---\ntitle: ΤΙΤΛΟΣ\n---\n", undefined],
  };
  for (const [name, [matter, at]] of Object.entries(ROWS)) {
    it(`is listed and stays as it is: ${name}`, async () => {
      const model = fakeModel(louder);
      const { text, issues } = await translate(`${matter}\nwords here\n`, model);
      assert.equal(text, `${matter}\nWORDS HERE\n`);
      assert.deepEqual(
        issues.map(({ kind, segment, source, output }) => ({
          kind,
          segment,
          source,
          isSame: source.start === output.start,
        })),
        at === undefined ? [] : [{ kind: "unread", segment: undefined, source: issues[0]?.source, isSame: true }],
      );
      const { start, end } = issues[0]?.output ?? { start: 0, end: 0 };
      if (at !== undefined)
        assert.ok(start < end && text.startsWith(at, start), JSON.stringify(text.slice(start, end)));
    });
  }
});

it("leaves a grid table as it is, and lists it where it stands in the translation", async () => {
  for (const end of ["\n", "\r\n"]) {
    const table = ["+-----+-----+", "| one | two |", "+=====+=====+", "| as  | it  |", "+-----+-----+"].join(end);
    const { text, issues } = await translate(
      `words${end}${end}${table}${end}${end}more${end}`,
      fakeModel((sent) => sent.repeat(2)),
    );
    assert.equal(text, `wordswords${end}${end}${table}${end}${end}moremore${end}`);
    assert.deepEqual(
      issues.map(({ kind, output }) => [kind, text.slice(output.start, output.end)]),
      [["grid", table]],
    );
  }
});

describe("a translation that would begin a block where its source begins a line", () => {
  const ROWS: Readonly<Record<string, readonly [source: string, output: string]>> = {
    "an underlined heading": ["words\n===\n", "\\# words\n===\n"],
    "a cell without a bar before it": ["a | b\n--|--\nwords | 1\n", "\\# a | # b\n--|--\n\\# words | 1\n"],
    "a heading and cells that nothing can begin in": ["# words\n\n| a |\n|--|\n", "# # words\n\n| # a |\n|--|\n"],
  };
  for (const [name, [source, output]] of Object.entries(ROWS)) {
    it(`is written with an escape: ${name}`, async () => {
      const { text, counts } = await translate(
        source,
        fakeModel((sent) => `# ${sent}`),
      );
      assert.deepEqual([text, counts.kept], [output, 0]);
    });
  }
});

describe("what is no prose though it has words", () => {
  const ROWS: Readonly<Record<string, string>> = {
    "the text of a picture that is its label as well": "![one two][]\n\n[one two]: a.png\n",
    "a tag that isn't closed": '<div id="one"\n*two*\n',
    "a tag that isn't closed, and a bracket in it": "<div *one-<---\n*two*\n",
  };
  for (const [name, source] of Object.entries(ROWS)) {
    it(`isn't sent: ${name}`, async () => {
      const model = fakeModel(louder);
      assert.deepEqual([(await translate(source, model)).text, model.requests.length], [source, 0]);
    });
  }
});
