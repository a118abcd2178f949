import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { loadFormat } from "../../../src/core/document/formats/documentFormat.ts";
import { AssistantError } from "../../../src/core/errors.ts";
import { createMemory } from "../../../src/core/memory/translationMemory.ts";
import { roomForText } from "../../../src/core/writing/roomForText.ts";
import { compareDocuments } from "../../support/documents/compareDocuments.ts";
import { LITTLE_DOCUMENTS } from "../../support/documents/littleDocuments.ts";
import { HAZARDS, pseudoTranslate } from "../../support/documents/pseudoTranslate.ts";
import { contextOfFormat, translateBy } from "../../support/documents/run.ts";
import { fakeModel, textOf } from "../../support/fakeModel.ts";

const task = { kind: "translate", from: "en", to: "fr", formality: "auto" } as const;
/** So small a context that segments of more than so many tokens are cut. */
const contextFor = (tokens: number) => {
  let context = 1;
  while ((roomForText(task, context) ?? 0) < tokens) context += 1;
  return context;
};

/** What is read with at most six tokens a segment, 24 letters, and what goes out. */
const CUT: readonly [string, "markdown" | "mdx" | "text", string, readonly string[]][] = [
  ["what is short", "markdown", "One here. Two there.\n", ["One here. Two there."]],
  [
    "sentences, as few parts as hold them",
    "markdown",
    "One. Two here. Three there? Four!\nFive; “six.” Seven\n",
    ["One. Two here.", "Three there? Four!", "Five; “six.”", "Seven"],
  ],
  [
    "no sentence that is too long by itself",
    "markdown",
    "A sentence that goes on and on and on. Short.\n",
    ["A sentence that goes on and on and on.", "Short."],
  ],
  [
    "nothing between the marks of a link, emphasis or code",
    "markdown",
    "Read [this. And that. Then](a.md) now. **So. It. Goes, as ever.** And `a. b. c` is. End.\n",
    ["Read [this. And that. Then](a.md) now.", "**So. It. Goes, as ever.**", "And `a. b. c` is.", "End."],
  ],
  [
    "in a quotation, with its marks between the parts",
    "markdown",
    "> The first sentence.\n> The second of them.\n> The third.\n",
    ["The first sentence.", "The second of them.", "The third."],
  ],
  [
    "with other line ends",
    "markdown",
    "The first sentence.\r\nThe second of them.\r\n",
    ["The first sentence.", "The second of them."],
  ],
  [
    "in plain text",
    "text",
    "The first *sentence. The\nsecond* of them. The third.\n",
    ["The first *sentence.", "The second* of them.", "The third."],
  ],
  [
    "in components",
    "mdx",
    "The {first. one} is. The second of <b>them. It</b> is.\n",
    ["The {first. one} is.", "The second of <b>them. It</b> is."],
  ],
];

describe("a paragraph that is too long for the model", () => {
  for (const [name, format, text, expected] of CUT) {
    it(`is cut: ${name}`, async () => {
      const { segments } = await (await loadFormat(format))(text, { frontMatterKeys: [], mostTokens: 6 });
      assert.deepEqual(
        segments.map((segment) => segment.text),
        expected,
      );
    });
  }

  it("is put together again as it was, in every little document", async () => {
    for (const document of LITTLE_DOCUMENTS) {
      const model = { ...fakeModel((sent) => sent), contextTokens: contextFor(6) };
      const { text, counts } = await translateBy(document, (sent) => sent, { model, unchanged: "write" });
      assert.deepEqual([text, counts.kept], [document.text, 0], document.name);
    }
  });

  for (const hazard of HAZARDS) {
    it(`takes no harm of translations that strain the Markdown around it: ${hazard}`, async function () {
      this.timeout(60_000);
      for (const document of LITTLE_DOCUMENTS) {
        const answer = (sent: string) => pseudoTranslate(sent, hazard, contextOfFormat(document.format));
        const model = { ...fakeModel(answer), contextTokens: contextFor(6) };
        const { text } = await translateBy(document, answer, { model });
        assert.equal(compareDocuments(document.text, text, document.format), undefined, `${document.name}\n${text}`);
      }
    });
  }

  it("is translated by a model of which nothing is known but that it refuses it, and resumed where it was cut off", async () => {
    const sentence = (index: number) => `Sentence ${index} of a paragraph that has no end. `;
    const text = Array.from({ length: 400 }, (_, index) => sentence(index)).join("");
    const memory = createMemory();
    const stop = new AbortController();
    const refusing = (answer: (sent: string) => string) => {
      const model = fakeModel((sent) => (sent.length > 6000 ? "" : answer(sent)));
      const complete: typeof model.complete = async (request, options) => {
        if (textOf(request).length > 6000) throw new AssistantError("contextExceeded");
        return model.complete(request, options);
      };
      return { ...model, complete };
    };
    const louder = (sent: string) => sent.replaceAll("paragraph", "PARAGRAPHE");
    const first = refusing((sent) => {
      if (first.requests.length === 3) stop.abort();
      return louder(sent);
    });
    const document = { text, format: "markdown" } as const;
    await assert.rejects(translateBy(document, louder, { model: first, memory, signal: stop.signal }), {
      kind: "cancelled",
    });
    const second = refusing(louder);
    const result = await translateBy(document, louder, { model: second, memory });
    assert.equal(result.text, louder(text));
    const sent = [...first.requests, ...second.requests].map(textOf);
    assert.equal(sent.join(" "), text.trimEnd());
  });
});
