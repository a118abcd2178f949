import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { fetchModelForTask } from "../../src/node/models/fetchModelForTask.ts";
import { modelsFolder } from "../../src/node/models/modelsFolder.ts";
import { closeAll, fileUri, openFile, readBytes, run, useEndpoints, useServer } from "../support/editor.ts";
import { findLlamaServer, type LlamaServer, startLlamaServer } from "../support/llamaServer.ts";

const SOURCE = `---
title: The library's web site
layout: page
---

# Opening hours {#hours}

The **library** opens at 9:30 on working days. Readers can borrow up to 5 books with their card, and
[renew them online](./renew.md#how) at any time.

- Children under 12 need a card of their own.
- The reading room on the second floor is closed on Mondays.

\`\`\`sh
npm install library
\`\`\`

:::tip
Bring your card when you come for the first time.
:::

| What | When |
| --- | --- |
| The children's library | in the afternoon |
`;

/** All that isn't prose, in its order. */
const FROZEN = [
  "layout: page",
  "{#hours}",
  "](./renew.md#how)",
  "```sh\nnpm install library\n```",
  ":::tip\n",
  "\n:::\n",
  "| --- | --- |",
];

describe("translating a document with a real model", function () {
  this.timeout(240_000);
  let server: LlamaServer | undefined;

  before(async function () {
    this.timeout(600_000);
    const { path } = await fetchModelForTask({
      task: "correct",
      folder: modelsFolder(),
      signal: AbortSignal.timeout(590_000),
    });
    const executable = findLlamaServer(vscode.extensions.getExtension("euroscribe.euroscribe")?.extensionPath ?? "");
    if (!executable) return this.skip();
    server = await startLlamaServer(executable, path);
    await useServer(server.url);
  });
  afterEach(closeAll);
  after(async () => {
    await useEndpoints(undefined);
    await server?.close();
  });

  it("gives French prose, and leaves all else as it is", async () => {
    await openFile("real/hours.md", SOURCE);
    await run("translateDocument", { languages: ["fr"], from: "en" });
    const result = await readBytes(fileUri("real/hours.fr.md"));
    let at = 0;
    for (const piece of FROZEN) {
      const found = result.indexOf(piece, at);
      assert.ok(found >= at, `${piece} stands in its place:\n${result}`);
      at = found + piece.length;
    }
    assert.equal(await createLanguageDetector()(result.slice(result.indexOf("# "))), "fr", result);
    assert.match(result, /9[:.,h ]+30/u);
    assert.equal(result.split("\n\n").length, SOURCE.split("\n\n").length);
  });
});
