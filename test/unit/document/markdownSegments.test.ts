import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { loadFormat } from "../../../src/core/document/formats/documentFormat.ts";
import { DEFAULT_FRONT_MATTER_KEYS } from "../../../src/core/document/frontMatterKeys.ts";
import { LITTLE_DOCUMENTS } from "../../support/documents/littleDocuments.ts";

/** All that goes out of a document: the rest can't change. */
const SENT: Readonly<Record<string, readonly string[]>> = {
  "front matter": [
    "The first page",
    "It's a page: of words",
    "Simple, and fast",
    "Get started",
    "Hello world",
    "Text that follows.",
  ],
  "a rule that looks like front matter": ["title: no title at all", "Words here"],
  "front matter that isn't closed": ["Hello world"],
  "broken front matter": ["Words here"],
  "carriage returns and front matter": ["Words of it", "More words of it", "The last", "A heading"],
  "an HTML block with a fence inside": ["Some text here", "more text here"],
  "HTML blocks": [
    '<img src="logo.png" alt="The project logo" width="80"> <b>Fast</b> and <a href="x.html" title="See the page">simple tools</a>',
    "The project logo",
    "See the page",
    "Click to open it",
    "Hidden text here.",
    "Words after it.",
  ],
  directives: [
    "A title for it",
    "Text within the box",
    "Click here to open",
    "Nested text here",
    "Custom title here",
    "Text with :abbr[words]",
  ],
  admonitions: [
    "The title of it",
    "First paragraph of it goes on here",
    "Nested warning text",
    "First tab",
    "Text of the tab",
    "one item",
    "two items",
    "Second tab",
    "Other text",
    "Why is it?",
    "Because of that.",
    "Words after it.",
  ],
  "alerts and tasks": [
    "Useful text for readers in two lines",
    "A title of its own",
    "Its text",
    "do this first",
    "done that too",
    "nested task here",
  ],
  "comments of MDX": ["Parameters of it", "Words {/* a remark */} that go on"],
  badges: [
    "Build status",
    "Is it green",
    "npm",
    "Screenshot of the main window",
    "The main window",
    "Text with ![an icon](i.png) in it.",
  ],
  components: [
    "A heading",
    "On Windows",
    "Text in the tab with {props.name} and `code`",
    "Read this first",
    "Text of the <b>card</b> here",
    "Text of a note",
    "Use \\{ braces \\} and 1 \\< 2 here.",
    "Not code but text in MDX",
  ],
  "code between tags of templates": ["Words between them.", "An item of a list"],
  "files that are put in": ["See {!docs/the words.md!} for {2 * 3} more, and {* that one *}."],
  "titles behind the names of blocks": [
    "Ideas behind **it**",
    "Text of it here",
    "Linux and macOS",
    "Words of the tab",
    "Want to use `it` directly?",
    "The body of it",
    "A title of attributes",
    "The text of it",
    "A picture",
    "What it shows to people",
  ],
  "a table of Pandoc's": ["Words before it.", "The caption of it", "an item that is no table"],
};

describe("the segments of a Markdown document", () => {
  for (const { name, format, text } of LITTLE_DOCUMENTS.filter((document) => document.name in SENT)) {
    it(`are those of ${name}`, async () => {
      const read = await loadFormat(format);
      const { segments } = await read(text, { frontMatterKeys: DEFAULT_FRONT_MATTER_KEYS });
      assert.deepEqual(
        segments.map((segment) => segment.text),
        SENT[name],
      );
    });
  }
});
