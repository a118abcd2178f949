import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { checkDocument } from "../../../src/core/document/checkDocument.ts";
import { applyEdits } from "../../../src/core/typography/applyEdits.ts";

const DOCUMENT = `---
title: "Le 'titre' !"
---

# L'annonce: "enfin"

> Il dit "oui": voir \`"x"\` et [le "lien"](https://a.eu/?q "l'autre").

:::tip
| "a" | b ! |
| --- | ----- |
| c'est | à 10% |
:::

<p title="l'attribut">Il dit "non".</p>

\`\`\`js
const a = "b" - 'c'...;
\`\`\`
`;

const set = async (text: string, format: "markdown" | "text") =>
  applyEdits(text, (await checkDocument(text, { format, language: "fr" })).edits)
    .replaceAll("\u00a0", "⍽")
    .replaceAll("\u202f", "⎵");

describe("checkDocument", () => {
  it("finds what there is in the prose of a Markdown document, and there alone", async () => {
    const expected = DOCUMENT.replace('L\'annonce: "enfin"', "L’annonce⍽: «⍽enfin⍽»")
      .replace('dit "oui":', "dit «⍽oui⍽»⍽:")
      .replace('le "lien"', "le «⍽lien⍽»")
      .replace('| "a" | b ! |', "| «⍽a⍽» | b⎵! |")
      .replace("c'est | à 10%", "c’est | à 10⍽%")
      .replace('dit "non"', "dit «⍽non⍽»");
    let text = await set(DOCUMENT, "markdown");
    // A mark beside another is seen once that one is set.
    text = await set(text.replaceAll("⍽", "\u00a0").replaceAll("⎵", "\u202f"), "markdown");
    assert.equal(text, expected);
  });

  it("reads plain text as such", async () => {
    assert.equal(await set('# "a"\r\n\r\n    "b" `"c"`\r\n', "text"), '# «⍽a⍽»\r\n\r\n    «⍽b⍽» `"c"`\r\n');
  });

  it("lets others have their turn", async () => {
    let turns = 0;
    const breathe = async () => {
      turns += 1;
    };
    await checkDocument("a\n\nb\n\nc\n", { format: "markdown", language: "fr", breathe });
    assert.equal(turns, 3);
  });
});
