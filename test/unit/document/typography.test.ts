import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { translateDocument } from "../../../src/core/document/translateDocument.ts";
import { fakeModel } from "../../support/fakeModel.ts";

const translate = (typography?: boolean) =>
  translateDocument({
    text: '---\ntitle: News\n---\n\n> He said:\n> "yes" to `"x"`!\n',
    format: "markdown",
    task: { kind: "translate", to: "fr", from: "en", formality: "auto" },
    model: fakeModel(["L'actualité", 'Il a dit: "oui" à `"x"`!']),
    detectLanguage: async () => undefined,
    signal: new AbortController().signal,
    ...(typography !== undefined && { typography }),
  });

describe("the typography of a translated document", () => {
  it("is that of its language where it is asked for", async () => {
    const { text } = await translate(true);
    assert.equal(
      text.replaceAll("\u00a0", "⍽").replaceAll("\u202f", "⎵"),
      '---\ntitle: L’actualité\n---\n\n> Il a dit⍽:\n> «⍽oui⍽» à `"x"`⎵!\n',
    );
  });

  it("is the model's where it isn't", async () => {
    const { text } = await translate();
    assert.equal(text, '---\ntitle: L\'actualité\n---\n\n> Il a dit:\n> "oui" à `"x"`!\n');
  });
});
