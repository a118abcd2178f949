import assert from "node:assert/strict";
import { once } from "node:events";
import { appendFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import {
  closeAll,
  fileUri,
  notificationsOf,
  openFile,
  readBytes,
  run,
  selectAll,
  useEndpoints,
  useServer,
} from "../support/editor.ts";
import { watchEventLoop } from "../support/watchEventLoop.ts";

const LINES = 200_000;
const MEGABYTE = 1024 * 1024;
/** 5 MB of paragraphs, a line each. */
const PROSE = "Η βιβλιοθήκη είναι ανοιχτή.\n\n".repeat(LINES / 2);
/** 5 MB of which hardly anything is prose: all of it is read, checked and written. */
const CODE = `Η βιβλιοθήκη είναι ανοιχτή.\n\n\`\`\`\n${'const x = "βιβλίο";\n'.repeat(LINES)}\`\`\`\n\nΤέλος.\n`;
const WORD = "βιβλίο ";
const ONE_LINE = WORD.repeat(MEGABYTE / 13).trimEnd();

/**
 * EUROSCRIBE_FIGURES names a file for the longest that the event loop of the extension host was kept, by whatever is at
 * work in it, VS Code's own extensions too, and for how long by ours; nothing is asserted of it.
 */
describe("E8: documents of 5 MB and 200,000 lines, and a line of 1 MB", function () {
  this.timeout(180_000);
  let server: ServerApart;

  before(async () => {
    server = await startServerApart();
    await useServer(server.url);
  });
  afterEach(closeAll);
  after(async () => {
    await useEndpoints(undefined);
    await server.close();
  });

  const measured = async (what: string, work: () => Promise<void>) => {
    const file = process.env.EUROSCRIBE_FIGURES;
    if (!file) return work();
    const began = performance.now();
    const root = vscode.extensions.getExtension("euroscribe.euroscribe")?.extensionPath ?? "";
    const { longest, ours } = await watchEventLoop(path.join(root, "dist", path.sep), work);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    const figures = `the event loop waited ${longest.toFixed(0)} ms at most, ${ours.toFixed(0)} for the extension`;
    appendFileSync(file, `${what}: ${seconds} s; ${figures}\n`);
  };

  it("a selection: its size is confirmed before anything is sent, and No leaves the text", async () => {
    for (const [name, text] of [
      ["prose.txt", PROSE],
      ["line.txt", ONE_LINE],
    ] as const) {
      const editor = await openFile(name, text);
      selectAll(editor);
      await measured(`${name}, selected and refused`, async () => {
        const shown = await notificationsOf(async () => {
          await run("rewrite", { style: "formal", apply: "replace" });
        });
        assert.match(shown[0]?.[0] ?? "", /^The selection has [\d,.\s]+ characters/);
      });
      assert.equal(editor.document.getText(), text);
    }
    assert.equal(await server.connections(), 0);
  });

  it("a line of 1 MB, allowed: what comes back stands in its place, and one undo gives it back", async () => {
    const open = () => openFile("long.txt", `α\n${ONE_LINE}\nω\n`);
    await measured("a line of 1 MB, opened and no more", async () => void (await open()));
    const editor = await open();
    editor.selection = new vscode.Selection(1, 0, 1, ONE_LINE.length);
    await allowing("Send", async () => {
      await measured("a line of 1 MB, translated", async () => {
        await run("translate", { to: "el", from: "el", apply: "replace" });
      });
    });
    assert.ok(editor.document.getText() === `α\n${ONE_LINE.toUpperCase()}\nω\n`, "the line");
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand("undo");
    assert.ok(editor.document.getText() === `α\n${ONE_LINE}\nω\n`, "one undo");
  });

  it("a line of 1 MB as a document: what comes back is written", async () => {
    await vscode.workspace.fs.writeFile(fileUri("line.md"), new TextEncoder().encode(`# α\n\n${ONE_LINE}\n`));
    await measured("a document with a line of 1 MB, translated", async () => {
      await run("translateDocument", { languages: ["el"], from: "el", uris: [fileUri("line.md").toString()] });
    });
    assert.ok((await readBytes(fileUri("line.el.md"))) === `# Α\n\n${ONE_LINE.toUpperCase()}\n`, "the line");
  });

  it("a document: its size is confirmed before anything is sent, and No writes nothing", async () => {
    await vscode.workspace.fs.writeFile(fileUri("large.md"), new TextEncoder().encode(PROSE));
    const sent = await server.connections();
    const shown = await notificationsOf(async () => {
      await measured("a document of 100,000 paragraphs, planned and refused", async () => {
        await run("translateDocument", { languages: ["fi"], from: "el", uris: [fileUri("large.md").toString()] });
      });
    });
    assert.match(shown[0]?.[0] ?? "", /^Translate [\d,.\s]+ segments\?$/);
    assert.equal(await server.connections(), sent);
    await assert.rejects(async () => vscode.workspace.fs.stat(fileUri("large.fi.md")));
    assert.ok((await readBytes(fileUri("large.md"))) === PROSE, "the source");
  });

  it("a document that is nearly all code: only its prose changes", async () => {
    // For the figures: what VS Code itself takes to open as much.
    await measured(
      "a document of 200,000 lines, opened and no more",
      async () => void (await openFile("code.md", CODE)),
    );
    await measured("a document of 200,000 lines, two of them prose, translated", async () => {
      await run("translateDocument", { languages: ["fi"], from: "el" });
    });
    const expected = CODE.replace("Η βιβλιοθήκη είναι ανοιχτή.", "Η ΒΙΒΛΙΟΘΉΚΗ ΕΊΝΑΙ ΑΝΟΙΧΤΉ.").replace(
      "Τέλος.",
      "ΤΈΛΟΣ.",
    );
    assert.ok((await readBytes(fileUri("code.fi.md"))) === expected, "the translation");
    assert.ok((await readBytes(fileUri("code.md"))) === CODE, "the source");
  });
});

/** Answers what is asked with this button. */
async function allowing(button: string, use: () => Promise<void>): Promise<void> {
  const window: { showWarningMessage: unknown } = vscode.window;
  const { showWarningMessage } = window;
  window.showWarningMessage = async () => button;
  try {
    await use();
  } finally {
    window.showWarningMessage = showWarningMessage;
  }
}

interface ServerApart {
  readonly url: string;
  connections(): Promise<number>;
  close(): Promise<void>;
}

/** In a thread of its own, whose work isn't the extension host's. */
async function startServerApart(): Promise<ServerApart> {
  const worker = new Worker(path.join(path.dirname(fileURLToPath(import.meta.url)), "shoutingServer.cjs"));
  const next = async () => (await once(worker, "message"))[0];
  const url = await next();
  return {
    url,
    connections: () => {
      worker.postMessage("connections");
      return next();
    },
    close: async () => void (await worker.terminate()),
  };
}
