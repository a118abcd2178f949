import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { linkTranslations } from "../../../src/core/document/links/linkTranslations.ts";
import { moveRanges } from "../../../src/core/document/links/moveRanges.ts";
import { relocateUrl } from "../../../src/core/document/links/relocateUrl.ts";
import { renamedAnchors, rewriteLinks } from "../../../src/core/document/links/rewriteLinks.ts";

const siblings = new Map([["docs/guide/other.md", "docs/fr/guide/other.md"]]);

const URLS: readonly (readonly [url: string, from: string, to: string, expected: string])[] = [
  ["img/a.png", "docs/a.md", "docs/a.fr.md", "img/a.png"],
  ["img/a.png", "docs/a.md", "docs/fr/a.md", "../img/a.png"],
  ["../x/a.png?raw=1#top", "docs/en/a.md", "i18n/fr/docs/a.md", "../../../docs/x/a.png?raw=1#top"],
  ["./b.md#part", "docs/a.md", "docs/fr/a.md", "../b.md#part"],
  ["../../../outside.md", "docs/a.md", "docs/fr/a.md", "../../../outside.md"],
  ["https://a.eu/b", "docs/a.md", "docs/fr/a.md", "https://a.eu/b"],
  ["mailto:a@b.eu", "docs/a.md", "docs/fr/a.md", "mailto:a@b.eu"],
  ["/root.md", "docs/a.md", "docs/fr/a.md", "/root.md"],
  ["#part", "docs/a.md", "docs/fr/a.md", "#part"],
  ["@site/a.md", "docs/a.md", "docs/fr/a.md", "@site/a.md"],
  ["{{ url }}", "docs/a.md", "docs/fr/a.md", "{{ url }}"],
  ["other.md#x", "docs/guide/a.md", "docs/fr/guide/a.md", "other.md#x"],
  ["./other.md", "docs/guide/a.md", "docs/fr/guide/a.md", "./other.md"],
  ["folder/", "docs/a.md", "docs/fr/a.md", "../folder/"],
  ["a%20b.md", "docs/a.md", "docs/fr/a.md", "../a%20b.md"],
];

describe("links of a translated document", () => {
  for (const [url, from, to, expected] of URLS) {
    it(`${url} of ${from} is ${expected} in ${to}`, () =>
      assert.equal(relocateUrl(url, { from, to, siblings }), expected));
  }

  const source =
    "---\ntitle: a\n---\n# The Cat!\n\n[up](#the-cat) [x](b.md 'T') ![i](<i j.png>)\n\n## Two\n\n## Two {#own}\n\n<a href=\"#two\">z</a>\n\n[r]: b.md\n";
  const output =
    "---\ntitle: a\n---\n# Η γάτα!\n\n[up](#the-cat) [x](b.md 'T') ![i](<i j.png>)\n\n## Δύο\n\n## Δύο {#own}\n\n<a href=\"#two\">z</a>\n\n[r]: b.md\n";
  const document = { source, output, format: "markdown" } as const;
  const place = { from: "docs/a.md", to: "docs/el/a.md" };

  it("follow the translated headings, and still point to their files", () => {
    assert.equal(
      rewriteLinks(document, place).text,
      "---\ntitle: a\n---\n# Η γάτα!\n\n[up](#η-γάτα) [x](../b.md 'T') ![i](<../i j.png>)\n\n## Δύο\n\n## Δύο {#own}\n\n<a href=\"#δύο\">z</a>\n\n[r]: ../b.md\n",
    );
    assert.deepEqual(
      [...renamedAnchors(document)],
      [
        ["the-cat", "η-γάτα"],
        ["two", "δύο"],
      ],
    );
  });

  it("stay where a heading's id stands beside it, as in React's documents", () => {
    const source = "# The cat {/*the-cat*/}\n\n[up](#the-cat)\n";
    const output = "# Η γάτα {/*the-cat*/}\n\n[επάνω](#the-cat)\n";
    assert.equal(rewriteLinks({ source, output, format: "markdown" }, { ...place, to: "docs/a.el.md" }).text, output);
  });

  it("find the headings pinned where that is wished", () => {
    assert.equal(
      rewriteLinks(document, { ...place, to: "docs/a.el.md", anchors: "pin" }).text,
      output.replace("# Η γάτα!", "# Η γάτα! {#the-cat}").replace("## Δύο\n", "## Δύο {#two}\n"),
    );
  });

  it("follow the headings of the run's other documents", () => {
    const options = {
      from: "docs/guide/a.md",
      to: "docs/fr/guide/a.md",
      siblings,
      siblingAnchors: new Map([["docs/guide/other.md", new Map([["the-part", "la-partie"]])]]),
    };
    const text = "[a](other.md#the-part)\n";
    assert.equal(
      rewriteLinks({ source: text, output: text, format: "markdown" }, options).text,
      "[a](other.md#la-partie)\n",
    );
  });

  it("point to the translations of other documents, where there are some", async () => {
    const links = (to: string) =>
      `[a](${to}.md#the-part) [b](none.md) [c](../../guide/x.png) <a href='${to}.md'>d</a> [e](#f)\n`;
    const known = {
      path: "fr/guide/other.md",
      source: "# The part\n",
      output: "# La partie\n",
      format: "markdown",
    } as const;
    const asked: string[] = [];
    const document = { output: links("../../guide/other"), format: "markdown", path: "fr/guide/a.md" } as const;
    const linked = await linkTranslations(document, async (path) => {
      asked.push(path);
      return path === "guide/other.md" ? known : undefined;
    });
    assert.equal(linked.text, links("other").replace("#the-part", "#la-partie"));
    assert.deepEqual(asked, ["guide/other.md", "fr/guide/none.md", "guide/x.png"]);
  });

  it("leave ranges where their text went", () => {
    const edits = [{ range: { start: 2, end: 4 }, text: "12345" }];
    assert.deepEqual(
      moveRanges(
        [
          { start: 0, end: 1 },
          { start: 1, end: 6 },
          { start: 5, end: 7 },
        ],
        edits,
      ),
      [
        { start: 0, end: 1 },
        { start: 1, end: 9 },
        { start: 8, end: 10 },
      ],
    );
  });
});
