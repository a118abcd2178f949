import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { renderPage } from "../../../src/editor/sidebar/page.ts";
import type { Labels } from "../../../src/labels.ts";

const HOSTILE = `"></body><script>alert(1)</script><img src=x onerror='alert(1)'>&amp;`;

const html = renderPage({
  cspSource: "https://*.vscode-cdn.net",
  nonce: "bm9uY2U",
  scriptUri: "https://file.vscode-cdn.net/dist/webview/main.js",
  styleUri: "https://file.vscode-cdn.net/media/sidebar.css",
  language: "el",
  labels: { text: HOSTILE } as Labels,
});

describe("the sidebar's HTML", () => {
  it("is this, whole", () => {
    const labels =
      "{&#34;text&#34;:&#34;\\&#34;&#62;&#60;/body&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#60;img src=x onerror=&#39;alert(1)&#39;&#62;&#38;amp;&#34;}";
    assert.equal(
      html,
      `<!DOCTYPE html>
<html lang="el">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; script-src &#39;nonce-bm9uY2U&#39;; style-src https://*.vscode-cdn.net; base-uri &#39;none&#39;; form-action &#39;none&#39;">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="https://file.vscode-cdn.net/media/sidebar.css">
<title>Euroscribe</title>
</head>
<body data-labels="${labels}">
<main id="app"></main>
<script nonce="bm9uY2U" src="https://file.vscode-cdn.net/dist/webview/main.js"></script>
</body>
</html>
`,
    );
  });

  it("allows nothing inline, from elsewhere or by eval", () => {
    const policy = /Content-Security-Policy" content="([^"]*)"/u.exec(html)?.[1] ?? "";
    assert.match(policy, /^default-src &#39;none&#39;;/u);
    assert.doesNotMatch(policy, /unsafe|data:|blob:|img-src|connect-src|font-src|frame-src/u);
    assert.equal(html.match(/<script/gu)?.length, 1);
  });
});
