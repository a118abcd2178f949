import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { fileUri, readBytes, run } from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";

/** Where nobody watches. */
const { fs } = vscode.workspace;
const write = (name: string, text: string) => fs.writeFile(fileUri(name), new TextEncoder().encode(text));
const namesIn = async (folder: string) => (await fs.readDirectory(fileUri(folder))).map(([name]) => name).toSorted();

describe("what is written of a document run", () => {
  let onAnswer: (text: string) => void;
  let folder: string;
  let turn = 0;

  serveSuite((text) => {
    onAnswer(text);
    return text.toUpperCase();
  });
  beforeEach(() => {
    onAnswer = () => {};
    turn += 1;
    folder = `written${turn}`;
  });

  const translate = (language: string, ...names: readonly string[]) =>
    run("translateDocument", { languages: [language], uris: names.map((name) => fileUri(`${folder}/${name}`)) });

  it("E9: gets its name when it is whole, and overwrites nothing that was written meanwhile", async () => {
    await write(`${folder}/a.md`, "ena\n\ndio\n");
    const names: string[] = [];
    await watchingFiles(
      async (name, bytes, goOn) => {
        names.push(name);
        assert.deepEqual(await namesIn(folder), ["a.md"]);
        await goOn(bytes.subarray(0, 3));
        // The disk is full in the middle of it.
        throw vscode.FileSystemError.Unavailable("no space left");
      },
      () => translate("lt", "a.md"),
    );
    assert.equal(names.length, 1);
    assert.match(names[0] ?? "", /\/\.a\.lt\.md\.\w+\.euroscribe-part$/u);
    assert.deepEqual(await namesIn(folder), ["a.md"]);
    await watchingFiles(
      async (_, bytes, goOn) => {
        await goOn(bytes);
        await write(`${folder}/a.lt.md`, "by hand\n");
      },
      () => translate("lt", "a.md"),
    );
    assert.equal(await readBytes(fileUri(`${folder}/a.lt.md`)), "by hand\n");
    assert.deepEqual(await namesIn(folder), ["a.lt.md", "a.md"]);
  });

  it("E9: isn't asked about again when the run is resumed, whatever became of it", async () => {
    await write(`${folder}/a.md`, "ena\n");
    await write(`${folder}/b.md`, "dio\n\ntria\n");
    onAnswer = (text) => {
      if (text === "tria") void run("cancel");
    };
    await translate("ga", "a.md", "b.md");
    assert.deepEqual(await namesIn(folder), ["a.ga.md", "a.md", "b.md"]);
    await write(`${folder}/a.ga.md`, "by hand\n");
    onAnswer = () => {};
    // A question would be refused here, and end the run.
    await run("resumeTranslation");
    assert.equal(await readBytes(fileUri(`${folder}/a.ga.md`)), "by hand\n");
    assert.equal(await readBytes(fileUri(`${folder}/b.ga.md`)), "DIO\n\nTRIA\n");
  });
});

type Write = (name: string, bytes: Uint8Array, goOn: (bytes: Uint8Array) => Thenable<void>) => Promise<void>;

/** Lets `onWrite` do what the extension wants to do with the files of the workspace while `use` runs. */
async function watchingFiles(onWrite: Write, use: () => Thenable<unknown>): Promise<void> {
  const original = Object.getOwnPropertyDescriptor(vscode.workspace, "fs");
  const writeFile: typeof fs.writeFile = (uri, bytes) => onWrite(uri.path, bytes, (part) => fs.writeFile(uri, part));
  // It is frozen, and its functions mind no `this`.
  Object.defineProperty(vscode.workspace, "fs", { configurable: true, value: { ...fs, writeFile } });
  try {
    await use();
  } finally {
    if (original) Object.defineProperty(vscode.workspace, "fs", original);
  }
}
