import assert from "node:assert/strict";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { withJournal } from "../../../bench/model/answerJournal.ts";
import type { ChatModel } from "../../../src/core/chat/chatModel.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { fakeModel } from "../../support/fakeModel.ts";

describe("withJournal", () => {
  it("gives a later run the answers of an earlier one, those that were cut among them, and asks for what failed", async () => {
    const file = path.join(mkdtempSync(path.join(tmpdir(), "journal-")), "answers.jsonl");
    const earlier = fakeModel([
      "whole",
      new AssistantError("truncated", {}, "and and"),
      new AssistantError("interrupted"),
    ]);
    const later = fakeModel(["asked again"]);

    const seen = [await askAll(withJournal(earlier, file)), await askAll(withJournal(later, file))];

    assert.deepEqual(seen, [
      ["whole", "truncated and and", "interrupted undefined"],
      ["whole", "truncated and and", "asked again"],
    ]);
  });
});

async function askAll(model: ChatModel): Promise<readonly string[]> {
  const { signal } = new AbortController();
  const answers: string[] = [];
  for (const content of ["one", "two", "three"]) {
    const request = { messages: [{ role: "user", content }], temperature: 0, maxTokens: 100 } as const;
    const asked = model.complete(request, { signal }).then(({ text }) => text);
    answers.push(await asked.catch(({ kind, partialText }: AssistantError) => `${kind} ${partialText}`));
  }
  return answers;
}
