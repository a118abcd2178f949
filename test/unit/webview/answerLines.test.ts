import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { EntryView } from "../../../src/protocol.ts";
import { answerLines, sourceLines } from "../../../src/webview/answerLines.ts";
import { ENTRY } from "../sidebar/messages.ts";

const numbers = { message: "Numbers differ.", missing: ["30"], added: ["31"] };
const language = { message: "It seems to be in Deutsch.", missing: [], added: [] };
const entry: EntryView = {
  ...ENTRY,
  task: "correct",
  sources: ["One.\r\nWait 30 days.\r\n"],
  texts: ["One.\r\nWait 31 days.\r\n"],
  findings: [language, numbers],
};

describe("the lines of an answer", () => {
  it("show what changed, and what the check found beside its place", () => {
    assert.deepEqual(answerLines(entry, "changes"), {
      texts: [
        [
          { pieces: [{ kind: "equal", text: "One." }], findings: [] },
          {
            pieces: [
              { kind: "equal", text: "Wait " },
              { kind: "deleted", text: "30" },
              { kind: "inserted", text: "31" },
              { kind: "equal", text: " days." },
            ],
            findings: [numbers],
          },
        ],
      ],
      elsewhere: [language],
    });
  });

  it("show the result alone, where a piece that is missing has no place", () => {
    const missing = { ...numbers, added: [] };
    const { texts, elsewhere } = answerLines({ ...entry, findings: [missing] }, "result");
    assert.deepEqual(
      texts.flat().flatMap(({ pieces }) => pieces),
      [
        { kind: "equal", text: "One." },
        { kind: "equal", text: "Wait 31 days." },
      ],
    );
    assert.deepEqual(elsewhere, [missing]);
  });

  it("tell a finding once, also where its piece stands often and in several texts", () => {
    const { texts, elsewhere } = answerLines(
      { ...entry, sources: ["a", "b"], texts: ["31 31\n31", "31"], findings: [numbers] },
      "result",
    );
    assert.deepEqual(
      texts.map((lines) => lines.map(({ findings }) => findings.length)),
      [[1, 0], [0]],
    );
    assert.deepEqual(elsewhere, []);
  });

  it("keep the lines of a source", () => {
    assert.deepEqual(sourceLines("\nα\n\nβ\n"), [
      { pieces: [{ kind: "equal", text: "α" }], findings: [] },
      { pieces: [], findings: [] },
      { pieces: [{ kind: "equal", text: "β" }], findings: [] },
    ]);
  });
});
