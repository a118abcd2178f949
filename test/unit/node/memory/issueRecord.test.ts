import assert from "node:assert/strict";
import { appendFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { Finding } from "../../../../src/core/writing/finding.ts";
import { withoutWords } from "../../../../src/editor/documents/issues/withoutWords.ts";
import { type IssueEntry, openIssueRecord } from "../../../../src/node/memory/issueRecord.ts";

const FINDINGS: readonly Finding[] = [
  { kind: "numbers", missing: ["secret 1"], added: ["secret 2"] },
  { kind: "code", missing: ["secret"], added: [] },
  { kind: "register", expected: "formal", words: ["secret"] },
  { kind: "language", expected: "fi", found: "et" },
  { kind: "length", ratio: 3 },
  { kind: "blocks" },
];
const known = (more: Partial<IssueEntry> = {}): IssueEntry => ({
  output: "file:///a.fi.md",
  outputHash: "one",
  source: "file:///a.md",
  sourceHash: "source",
  language: "fi",
  issues: [
    {
      kind: "fault",
      findings: FINDINGS.flatMap(withoutWords),
      error: "tooLong",
      hash: "segment",
      source: { start: 1, end: 2 },
      range: { start: 3, end: 4 },
    },
  ],
  ...more,
});

describe("the record of what is to be looked at", () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "euroscribe-issues-"));
    file = path.join(folder, "issues.jsonl");
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it("knows it again after it has been closed, without a word of the text", async () => {
    await (await openIssueRecord(file)).set(known());
    await appendFile(file, '{"output":"torn');
    const again = await openIssueRecord(file);
    assert.deepEqual(again.outputs(), ["file:///a.fi.md"]);
    assert.deepEqual(again.find("file:///a.fi.md", "one"), known());
    assert.equal(again.find("file:///a.fi.md", "edited"), undefined);
    assert.ok(!(await readFile(file, "utf8")).includes("secret"));
  });

  it("keeps what is known of each state of a file, and forgets what was resolved", async () => {
    const record = await openIssueRecord(file);
    await record.set(known());
    await record.set(known({ outputHash: "two", issues: [] }));
    assert.deepEqual(record.find("file:///a.fi.md", "one"), known());
    await record.set(known({ issues: [] }));
    assert.deepEqual([record.outputs(), (await openIssueRecord(file)).outputs()], [[], []]);
  });

  it("takes nothing that isn't of its form, such as words", async () => {
    const record = await openIssueRecord(file);
    await record.set(known());
    const spoiled = (await readFile(file, "utf8")).replace('"missing":[]', '"missing":["words"]');
    await appendFile(file, spoiled.replace("a.fi.md", "b.fi.md"));
    assert.deepEqual((await openIssueRecord(file)).outputs(), ["file:///a.fi.md"]);
  });
});
