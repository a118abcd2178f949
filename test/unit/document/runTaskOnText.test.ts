import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type RunTaskOnTextOptions, runTaskOnText } from "../../../src/core/document/runTaskOnText.ts";
import { type TranslateBlocks, translateBlocks } from "../../../src/core/document/translateBlocks.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import type { Task } from "../../../src/core/writing/task.ts";
import { fakeModel, textOf } from "../../support/fakeModel.ts";

const translate: Task = { kind: "translate", to: "hu", from: "en", formality: "auto" };
const hungarian = (text: string) =>
  text.replaceAll("book", "könyv").replaceAll("Book", "Könyv").replaceAll("the table", "az asztal");

const detectLanguage = async () => undefined;

async function run(text: string, more: Partial<RunTaskOnTextOptions> = {}, answer = hungarian) {
  const model = fakeModel(answer);
  const deltas: string[] = [];
  const result = await runTaskOnText({
    task: translate,
    text,
    model,
    detectLanguage,
    translateBlocks: (options) => translateBlocks({ ...options, detectLanguage }),
    runLongTask: () => assert.fail("the text isn't long"),
    signal: new AbortController().signal,
    onDelta: (delta) => deltas.push(delta),
    ...more,
  });
  return { ...result, sent: model.requests.map(textOf), shown: deltas.join("") };
}

describe("runTaskOnText", () => {
  it("E8: leaves a long text to who doesn't wait for it", async () => {
    const long = "Book ".repeat(10_000);
    const done: string[] = [];
    const runLongTask: RunTaskOnTextOptions["runLongTask"] = async ({ text }) => {
      done.push(text);
      return { text: "Könyv", findings: [], outcome: "changed", tries: 1 };
    };
    for (const task of [translate, { kind: "rewrite", style: "formal" } as const]) {
      const { text, sent } = await run(long, { task, runLongTask });
      assert.deepEqual([text, sent, done.pop()], ["Könyv", [], long]);
    }
  });

  /** What is selected, what goes out, and what comes of it. */
  const blocks: [string, string, readonly string[], string][] = [
    ["paragraphs", "A book.\n\nOn the table.", ["A book.", "On the table."], "A könyv.\n\nOn az asztal."],
    [
      "a heading and a list",
      "# Book\n\n- a book\n- the table",
      ["Book", "a book", "the table"],
      "# Könyv\n\n- a könyv\n- az asztal",
    ],
    [
      "code between paragraphs",
      "The book:\n\n```js\nbook(1) // book\n```\n\n  Read the book.\n",
      ["The book:", "Read the book."],
      "The könyv:\n\n```js\nbook(1) // book\n```\n\n  Read the könyv.\n",
    ],
    ["one paragraph beside code", "A book:\n\n    book()\n", ["A book:"], "A könyv:\n\n    book()\n"],
    [
      "CRLF, and blanks around",
      "\r\n\r\n  A book.\r\n\r\n  A book!\r\n",
      ["A book.", "A book!"],
      "\r\n\r\n  A könyv.\r\n\r\n  A könyv!\r\n",
    ],
    ["a quotation", "> A book.\n>\n> The table.", ["A book.", "The table."], "> A könyv.\n>\n> The table."],
    ["the same twice", "A book.\n\nA book.", ["A book."], "A könyv.\n\nA könyv."],
  ];
  for (const [name, text, sent, expected] of blocks) {
    it(`translates ${name} block by block`, async () => {
      const result = await run(text);
      assert.deepEqual([result.sent, result.text], [sent, expected]);
      assert.deepEqual([result.outcome, result.tries], ["changed", result.sent.length]);
    });
  }

  const wholes: [string, string, Partial<RunTaskOnTextOptions>][] = [
    ["one paragraph", "A book\non the table.", {}],
    ["a heading", "## A book", {}],
    ["a list item", "- a book\n  on the table", {}],
    ["code alone", "```\nbook\n```", {}],
    ["another task", "A book.\n\nA table.", { task: { kind: "correct" } }],
    [
      "a refinement",
      "A book.\n\nA table.",
      { refinement: { answer: "A könyv.\n\nAz asztal.", instruction: "shorter" } },
    ],
    [
      "what stands in a format of another kind",
      "A book.\n\nA table.",
      { place: { fileName: "a.tex", languageId: "latex" } },
    ],
  ];
  for (const [name, text, more] of wholes) {
    it(`asks about ${name} as a whole`, async () => {
      const { sent } = await run(text, more, (given) => given.replaceAll("book", "buch"));
      assert.ok(
        sent.length > 0 && sent.every((one) => one.includes(text.trim().split("\n")[0] ?? "") || one.includes("könyv")),
      );
      assert.equal(new Set(sent).size, 1, sent.join("|"));
    });
  }

  it("takes a line of 1 MB before its prose in its stride", async () => {
    const tag = `<p title="${"x".repeat(1_000_000)}">`;
    const { text } = await run(`${tag}A book\non the table.\n\n</p>`);
    assert.ok(text === `${tag}A könyv\non az asztal.\n\n</p>`);
  });

  it("leaves the reading of several lines to whoever does it where nobody waits, and reads none of a single one", async () => {
    const given: Parameters<TranslateBlocks>[0][] = [];
    const elsewhere: TranslateBlocks = async (options) => {
      given.push(options);
      return { text: "what it made of it", findings: [], outcome: "changed", tries: 7 };
    };
    const { text, tries, sent } = await run("A book.\n\nA table.", { translateBlocks: elsewhere });
    assert.deepEqual([text, tries, sent], ["what it made of it", 7, []]);
    assert.deepEqual([given[0]?.text, given[0]?.format], ["A book.\n\nA table.", "markdown"]);
    assert.deepEqual((await run("\n A book.\n\n", { translateBlocks: elsewhere })).sent, ["A book."]);
    assert.equal(given.length, 1);
  });

  it("cuts a paragraph that is too long for the model between sentences, where it is one of several", async () => {
    const sentence = (index: number) => `The [book. The book](a.md) number ${index} stands on the table.`;
    const long = Array.from({ length: 200 }, (_, index) => sentence(index)).join(" ");
    const model = { ...fakeModel(hungarian), contextTokens: 2000 };
    const { text } = await run(`A book.\n\n> ${long}\n`, { model });
    assert.equal(text, hungarian(`A book.\n\n> ${long}\n`));
    const sent = model.requests.map(textOf);
    assert.ok(sent.length > 3 && sent.every((one) => one.length < 4000));
    assert.deepEqual(sent.slice(1).join(" "), long);
  });

  it("reads plain text by its paragraphs, where marks mean nothing", async () => {
    const { sent } = await run("# Book\n\n* a book", { place: { fileName: "a.txt", languageId: "plaintext" } });
    assert.deepEqual(sent, ["# Book", "* a book"]);
  });

  it("shows the first answer to each block as it comes", async () => {
    const { shown } = await run("A book.\n\nOn the table.");
    assert.equal(shown, "A könyv.\n\nOn az asztal.");
  });

  it("leaves a block as it was where no answer passes, and names it", async () => {
    const { text, findings, outcome } = await run("A `book`.\n\nOn the table.", {}, (given) =>
      given.startsWith("On") ? hungarian(given) : "`x` `y`",
    );
    assert.equal(text, "A `book`.\n\nOn az asztal.");
    assert.deepEqual(findings, [{ kind: "kept", passages: ["A `book`."] }]);
    assert.equal(outcome, "changed");
  });

  it("fails where no block has an answer", async () => {
    await assert.rejects(
      run("A book.\n\nOn the table.", {}, () => ""),
      (error) => error instanceof AssistantError && error.kind === "empty",
    );
  });

  it("is cancelled between blocks", async () => {
    const controller = new AbortController();
    const running = run("A book.\n\nOn the table.", { signal: controller.signal }, (given) => {
      controller.abort();
      return hungarian(given);
    });
    await assert.rejects(running, { kind: "cancelled" });
  });
});
