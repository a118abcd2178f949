import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareDocuments } from "../../support/documents/compareDocuments.ts";

describe("the comparison of a document and its translation", () => {
  const ROWS: readonly [name: string, format: "markdown" | "mdx", source: string, output: string, isSame: boolean][] = [
    [
      "a link that is indented in MDX",
      "mdx",
      "<Card>\n\n    [a](b.md)\n\n</Card>\n",
      "<Card>\n\n    [α](c.md)\n\n</Card>\n",
      false,
    ],
    [
      "words that are indented in MDX",
      "mdx",
      "<Card>\n\n    [a](b.md)\n\n</Card>\n",
      "<Card>\n\n    [α](b.md)\n\n</Card>\n",
      true,
    ],
    ["a tag of MDX", "mdx", "<Card a={1}>\nwords\n</Card>\n", "<Karte a={1}>\nwords\n</Karte>\n", false],
    ["a heading right behind a tag of MDX", "mdx", "<Card>\n# words\n</Card>\n", "<Card>\nwords\n</Card>\n", false],
    [
      "the same in Markdown, where all of it is HTML",
      "markdown",
      "<div>\n# words\n</div>\n",
      "<div>\nwords\n</div>\n",
      true,
    ],
    [
      "an address in a tag",
      "mdx",
      '<a href="https://a.eu/b">words</a>\n',
      '<a href="https://a.eu/b">λέξεις</a>\n',
      true,
    ],
    [
      "lone marks in elements of MDX, which make no pair",
      "mdx",
      "<Option>\n  words\n</Option>\n<Option>\n  words\n</Option>\n",
      "<Option>\n  wo`rds\n</Option>\n<Option>\n  wo`rds\n</Option>\n",
      true,
    ],
    [
      "lone marks before and behind the end of a directive",
      "mdx",
      ":::tip\nwords\n:::\nwords `code`\n",
      ":::tip\nwo`rds\n:::\nwords `code`\n",
      true,
    ],
  ];
  for (const [name, format, source, output, isSame] of ROWS) {
    it(`${isSame ? "passes" : "sees"} ${name}`, () => {
      assert.equal(compareDocuments(source, output, format) === undefined, isSame);
    });
  }
});
