import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { openSidebar, type SidebarPage, selectFile } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

/** Windows allows no such names. */
const FILE = process.platform === "win32" ? "plain.md" : "<img src=x onerror=alert(1)>.md";
const WITHIN = "#app :is(img, script, style, link, a, iframe, object, embed, video, audio, form, base, meta)";

describe("P3 hostile text in the sidebar", function () {
  this.timeout(90_000);
  let trap: Server;
  let trapped = 0;
  let server: AnsweringServer;
  let workbench: Workbench;
  let sidebar: SidebarPage;
  let hostile = "";

  before(async () => {
    trap = createServer((_, response) => {
      trapped++;
      response.end();
    });
    await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
    const origin = `http://127.0.0.1:${(trap.address() as AddressInfo).port}`;
    hostile = [
      `<img src="${origin}/a.png" onerror="fetch('${origin}/b')">`,
      `<script src="${origin}/c.js"></script><script>fetch("${origin}/d")</script>`,
      `<style>@import url(${origin}/e.css);</style><link rel=stylesheet href="${origin}/f.css">`,
      `<svg onload="fetch('${origin}/g')"><image href="${origin}/h.png"/></svg>`,
      `![picture](${origin}/i.png) [link](command:workbench.action.closeWindow)`,
      `<iframe src="${origin}/j"></iframe><base href="${origin}/"><form action="${origin}/k"><button>Go</button></form>`,
      `</div></body><meta http-equiv="refresh" content="0;url=${origin}/l">`,
    ].join("\n");
    server = await serveAnswers(() => hostile);
    const endpoint = { name: `<img src="${origin}/m.png">`, url: server.url, model: `<img src="${origin}/n.png">` };
    const files = { [FILE]: `${hostile}\nText.` };
    workbench = await openWorkbench({ settings: { "euroscribe.endpoints": [endpoint] }, files });
    await selectFile(workbench, FILE);
    sidebar = await openSidebar(workbench);
    await sidebar.waitForText("#origin", FILE);
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
    trap?.close();
  });

  it("is shown as text, in all its places", async () => {
    await sidebar.frame.locator("input[value=rewrite]").check({ force: true });
    await sidebar.frame.locator("#run").click();
    await sidebar.waitForText("#answer-title", "Rewrite");
    await sidebar.frame.locator(".words").first().waitFor();
    for (const view of ["result", "changes", "original"]) {
      await sidebar.frame.locator(`.switch input[value=${view}]`).check({ force: true });
      await sidebar.waitForText(".words", "<script>fetch(");
      assert.equal(await sidebar.frame.locator(WITHIN).count(), 0, view);
    }
    assert.match(await sidebar.text(".place"), /<img src=.*m\.png/);
    assert.match(
      await sidebar.text("#origin"),
      process.platform === "win32" ? /plain/ : /<img src=x onerror=alert\(1\)>\.md/,
    );
  });

  it("asks for nothing", async () => {
    await workbench.page.waitForTimeout(1000);
    assert.equal(trapped, 0);
    const origin = new URL(workbench.page.url()).origin;
    const elsewhere = workbench.requests.filter(
      (url) => /^(?:https?|wss?):/.test(url) && new URL(url).origin !== origin,
    );
    // VS Code's own gallery, which can't be reached, is all that its workbench asks for elsewhere.
    assert.deepEqual(
      elsewhere.filter((url) => /127\.0\.0\.1|localhost/.test(url)),
      [],
    );
  });

  it("can't be run by the page's policy either", async () => {
    const outcome = await sidebar.frame.evaluate<string>(`new Promise((resolve) => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective }) => resolve(violatedDirective));
      const image = document.createElement("img");
      image.src = "/pixel.png";
      document.body.append(image);
      setTimeout(() => resolve("nothing was stopped"), 3000);
    })`);
    assert.equal(outcome, "img-src");
  });
});
