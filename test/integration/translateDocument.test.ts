import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import * as vscode from "vscode";
import type { Reply } from "../support/answeringServer.ts";
import { closeAll, fileUri, openFile, openText, readBytes, run, until } from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";

const louder = (text: string): Reply =>
  text.replace(/`[^`]*`|\]\([^)]*\)|\{[^}]*\}|[\p{L}]{2,}/gu, (found) =>
    /^[`\]{]/u.test(found) ? found : found.toUpperCase(),
  );
const write = (name: string, text: string) =>
  vscode.workspace.fs.writeFile(fileUri(name), new TextEncoder().encode(text));
const exists = (name: string) =>
  Promise.resolve(vscode.workspace.fs.stat(fileUri(name))).then(
    () => true,
    () => false,
  );
const problems = (name: string) =>
  vscode.languages.getDiagnostics(fileUri(name)).filter(({ source }) => source === "Euroscribe");

describe("translating documents", () => {
  let answer: (text: string) => Reply = louder;
  let folder = 0;

  const server = serveSuite((text) => answer(text));
  beforeEach(() => {
    answer = louder;
    server.requests.splice(0);
    folder += 1;
  });

  it("writes beside the source, byte for byte but the prose, and shows both", async () => {
    const name = `t${folder}/αρχή.md`;
    const source = "\ufeff---\r\ntitle: Il-ktieb\r\n---\r\n\r\n# Il-ktieb {#id}\r\n\r\nAqra `x`\tu [hawn](a.md).";
    await openFile(name, source);
    await run("translateDocument", { languages: ["fi", "bg"], from: "mt" });
    for (const language of ["fi", "bg"]) {
      assert.equal(
        await readBytes(fileUri(name.replace(".md", `.${language}.md`))),
        "\ufeff---\r\ntitle: IL-KTIEB\r\n---\r\n\r\n# IL-KTIEB {#id}\r\n\r\nAQRA `x`\tU [HAWN](a.md).".replace(
          "\tU",
          "\tu",
        ),
      );
    }
    assert.equal(await readBytes(fileUri(name)), source);
  });

  it("takes the open buffer where it has unsaved changes, and opens one translation beside it", async () => {
    const name = `t${folder}/a.md`;
    const editor = await openFile(name, "ena\n");
    await editor.edit((edit) => edit.insert(new vscode.Position(1, 0), "\ndio\n"));
    await run("translateDocument", { languages: ["el"] });
    assert.equal(await readBytes(fileUri(`t${folder}/a.el.md`)), "ENA\n\nDIO\n");
    assert.equal(await readBytes(fileUri(name)), "ena\n");
    const shown = vscode.window.visibleTextEditors.map(({ document }) => document.uri.path.split("/").at(-1));
    assert.deepEqual(shown.toSorted(), ["a.el.md", "a.md"]);
  });

  it("takes files and folders from the explorer, without what is a translation already", async () => {
    for (const name of ["a.md", "a.lv.md", "deep/b.mdx", "deep/c.txt", "node_modules/d.md"])
      await write(`t${folder}/${name}`, "ena");
    await run("translateDocument", {
      languages: ["et"],
      uris: [fileUri(`t${folder}`), fileUri(`t${folder}/deep/c.txt`).toString()],
    });
    const names = ["a.et.md", "a.lv.et.md", "deep/b.et.mdx", "deep/c.et.txt", "node_modules/d.et.md"];
    assert.deepEqual(await Promise.all(names.map((name) => exists(`t${folder}/${name}`))), [
      true,
      false,
      true,
      true,
      false,
    ]);
  });

  it("has links lead to other translations and their headings where the setting wants that", async () => {
    const [a, b] = [`t${folder}/a.md`, `t${folder}/b.md`];
    await write(a, "# Ena\n\n[dio](b.md#dio-tria) `x`\n");
    await write(b, "# Dio tria\n\n[ena](a.md#ena)\n");
    answer = (text) => String(louder(text)).replace("DIO TRIA", "DUE TRE").replace("ENA", "UNO");
    const configuration = vscode.workspace.getConfiguration("euroscribe");
    await configuration.update("linkTranslations", true, vscode.ConfigurationTarget.Global);
    try {
      await run("translateDocument", { uris: [a, b].map((name) => fileUri(name)), languages: ["it"], from: "el" });
    } finally {
      await configuration.update("linkTranslations", undefined, vscode.ConfigurationTarget.Global);
    }
    assert.equal(await readBytes(fileUri(a.replace(".md", ".it.md"))), "# UNO\n\n[DIO](b.it.md#due-tre) `x`\n");
    assert.equal(await readBytes(fileUri(b.replace(".md", ".it.md"))), "# DUE TRE\n\n[UNO](a.it.md#uno)\n");
    assert.deepEqual([...problems(a.replace(".md", ".it.md")), ...problems(b.replace(".md", ".it.md"))], []);
  });

  it("links what was written before a run was resumed to what came after", async () => {
    const [a, b] = [`t${folder}/a.md`, `t${folder}/b.md`];
    await write(a, "[ena](b.md#dio-tria) 3\n");
    await write(b, `# dio tria\n\n${Array.from({ length: 12 }, (_, index) => `tessera ${index}`).join("\n\n")}\n`);
    let asked = 0;
    const other = (text: string) => String(louder(text)).replace("DIO", "DIVI").replace(/3$/u, "9");
    answer = (text) => {
      // Its number is wrong, and so it is asked for twice.
      if (text.includes("ena") && ++asked === 2) server.hold();
      return other(text);
    };
    const configuration = vscode.workspace.getConfiguration("euroscribe");
    await configuration.update("linkTranslations", true, vscode.ConfigurationTarget.Global);
    const output = a.replace(".md", ".lv.md");
    try {
      const uris = [a, b].map((name) => fileUri(name));
      const running = run("translateDocument", { uris, languages: ["lv"], from: "el" });
      await until("the first is written", () => exists(output));
      await run("cancel");
      server.release();
      await running;
      assert.equal(await readBytes(fileUri(output)), "[ENA](b.md#dio-tria) 9\n");
      await run("resumeTranslation");
    } finally {
      await configuration.update("linkTranslations", undefined, vscode.ConfigurationTarget.Global);
    }
    const linked = "[ENA](b.lv.md#divi-tria) 9";
    assert.equal(await readBytes(fileUri(output)), `${linked}\n`);
    // What is to be looked at is where it went.
    assert.deepEqual(
      problems(output).map(({ code, range }) => [code, range.end.character]),
      [["numbers", linked.length]],
    );
  });

  it("sends nothing twice, and only what changed", async () => {
    const name = `t${folder}/a.md`;
    await write(name, "ena protos\n\ndio protos\n");
    await run("translateDocument", { languages: ["hr"], uris: [fileUri(name)] });
    await closeAll();
    await write(name, "tria protos\n\nena protos\n");
    await run("updateTranslations", { uris: [fileUri(name)] });
    assert.deepEqual(
      [await readBytes(fileUri(`t${folder}/a.hr.md`)), server.requests.length],
      ["TRIA PROTOS\n\nENA PROTOS\n", 3],
    );
  });

  it("resumes what was cancelled, and sends nothing twice", async () => {
    const name = `t${folder}/a.md`;
    await write(name, Array.from({ length: 8 }, (_, index) => `numru${"abcdefgh"[index]} ${folder}`).join("\n\n"));
    answer = (text) => {
      if (server.requests.length === 4) void run("cancel");
      return louder(text);
    };
    await run("translateDocument", { languages: ["ga"], uris: [fileUri(name)] });
    const sent = server.requests.length;
    assert.ok(sent < 8, `${sent}`);
    assert.equal(await exists(`t${folder}/a.ga.md`), false);
    answer = louder;
    await run("resumeTranslation");
    assert.equal(await exists(`t${folder}/a.ga.md`), true);
    assert.ok(server.requests.length <= 9, `${server.requests.length} were sent`);
    const before = server.requests.length;
    await run("resumeTranslation");
    assert.equal(server.requests.length, before);
  });

  it("lists what kept its source and what is doubtful, with quick fixes", async () => {
    const name = `t${folder}/a.md`;
    await write(name, "ena 3\n\nκαι `x` δύο\n\ntria 4\n");
    answer = (text) => (text.includes("και") ? "wrong `y` `z`" : (louder(text) as string).replace(/\d/u, "9"));
    await run("translateDocument", { languages: ["sl"], uris: [fileUri(name)] });
    const output = `t${folder}/a.sl.md`;
    assert.deepEqual(
      problems(output).map(({ range, code, severity }) => [range.start.line, code, severity]),
      [
        [0, "numbers", vscode.DiagnosticSeverity.Warning],
        [2, "code", vscode.DiagnosticSeverity.Warning],
        [4, "numbers", vscode.DiagnosticSeverity.Warning],
      ],
    );
    const document = await vscode.workspace.openTextDocument(fileUri(output));
    // Edits above move what is listed.
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), "new\n\n");
    await vscode.workspace.applyEdit(edit);
    answer = (text) => (text.includes("και") ? "ΚΑΙ `x` ΔΥΟ" : louder(text));
    await fix(document, 6, "Keep Source");
    await fix(document, 4, "Translate Again");
    await fix(document, 2, "Accept As Is");
    assert.equal(document.getText(), "new\n\nENA 9\n\nΚΑΙ `x` ΔΥΟ\n\ntria 4\n");
    assert.deepEqual(problems(output), []);
  });

  async function fix(document: vscode.TextDocument, line: number, title: string): Promise<void> {
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      "vscode.executeCodeActionProvider",
      document.uri,
      new vscode.Range(line, 0, line, 1),
    );
    const command = actions.find((action) => action.title === title)?.command;
    assert.ok(command, `${title} is offered in line ${line}: ${actions.map((action) => action.title).join(", ")}`);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  }

  it("refuses what steers the editor, what isn't UTF-8, and what would leave the workspace, and goes on", async () => {
    await write(`t${folder}/.vscode/a.md`, "ena\n");
    await write(`t${folder}/good.md`, "ena\n");
    await vscode.workspace.fs.writeFile(fileUri(`t${folder}/latin.md`), new Uint8Array([0xe9, 0x0a]));
    const uris = [".vscode/a.md", "latin.md", "gone.md", "good.md"].map((name) => fileUri(`t${folder}/${name}`));
    await run("translateDocument", { languages: ["cs"], uris });
    assert.equal(await exists(`t${folder}/good.cs.md`), true);
    assert.deepEqual(
      [await exists(`t${folder}/.vscode/a.cs.md`), await exists(`t${folder}/latin.cs.md`)],
      [false, false],
    );
    const configuration = vscode.workspace.getConfiguration("euroscribe");
    await configuration.update("outputPath", "../{name}.{lang}{ext}", vscode.ConfigurationTarget.Global);
    try {
      const sent = server.requests.length;
      await run("translateDocument", { languages: ["da"], uris: [fileUri(`t${folder}/good.md`)] });
      assert.equal(server.requests.length, sent);
    } finally {
      await configuration.update("outputPath", undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it("opens the translation of an untitled document untitled", async () => {
    await openText("# ena\n");
    await run("translateDocument", { languages: ["pt-PT"] });
    await until("the translation is open", () => vscode.window.activeTextEditor?.document.getText() === "# ENA\n");
  });

  it("rejects wrong arguments", async () => {
    for (const argument of [
      { languages: ["xx"] },
      { uris: [7], languages: ["fr"] },
      { languages: [], uris: [fileUri("a.md")] },
    ]) {
      await assert.rejects(Promise.resolve(run("translateDocument", argument)), /wrong arguments/u);
    }
  });

  it("sends and overwrites nothing without an answer, before a large run and where the output isn't its own", async () => {
    // VS Code shows no modal dialogs while it runs tests, and refuses them instead: nobody has answered.
    await write(`t${folder}/a.md`, "ena\n\ndio\n");
    await write(`t${folder}/a.mt.md`, "by hand\n");
    const uris = [fileUri(`t${folder}/a.md`)];
    await run("translateDocument", { languages: ["mt"], uris });
    assert.deepEqual([await readBytes(fileUri(`t${folder}/a.mt.md`)), server.requests.length], ["by hand\n", 0]);
    const configuration = vscode.workspace.getConfiguration("euroscribe");
    await configuration.update("confirmSegments", 1, vscode.ConfigurationTarget.Global);
    try {
      await run("translateDocument", { languages: ["lt"], uris });
      assert.deepEqual([await exists(`t${folder}/a.lt.md`), server.requests.length], [false, 0]);
      await configuration.update("confirmSegments", 2, vscode.ConfigurationTarget.Global);
      await run("translateDocument", { languages: ["lt"], uris });
      assert.equal(await readBytes(fileUri(`t${folder}/a.lt.md`)), "ENA\n\nDIO\n");
    } finally {
      await configuration.update("confirmSegments", undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
