import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { compareMarkdown, type MarkdownFault } from "../../../src/core/markdown/compareMarkdown.ts";

interface Row {
  readonly name: string;
  readonly source: string;
  readonly answer: string;
  readonly faults: readonly MarkdownFault[];
}

const SOUND: readonly Omit<Row, "faults">[] = [
  {
    name: "Greek, all of it kept in another order",
    source: "See `npm ci` and **then** [the *guide*](https://a.eu/g), or https://b.eu.",
    answer: "Δείτε [τον *οδηγό*](https://a.eu/g) **μετά** το `npm ci`, ή https://b.eu.",
  },
  {
    name: "Bulgarian, a URL in the quotes of the language",
    source: 'The address is "https://a.eu/bg".',
    answer: "Адресът е „https://a.eu/bg“.",
  },
  { name: "German, a URL in angle quotes", source: '"https://a.eu" is it.', answer: "»https://a.eu« ist es." },
  { name: "Maltese, an autolink for a bare URL", source: "At https://a.eu now.", answer: "Fuq <https://a.eu> issa." },
  { name: "Irish, underscores for asterisks", source: "a *word* and __two__", answer: "_focal_ agus **dhá cheann**" },
  {
    name: "Finnish, the words of an image's attributes",
    source: '<p>\n<img src="a.png" alt="A map">\nText\n</p>',
    answer: '<p>\n<img src="a.png" alt="Kartta">\nTeksti\n</p>',
  },
  {
    name: "Hungarian, a table",
    source: "| Name | Day |\n| :-- | --: |\n| `a` | **one** |",
    answer: "| Név | Nap |\n|:-|-:|\n| `a` | **egy** |",
  },
  { name: "French, code broken into other lines", source: "use `npm run\nbuild` to", answer: "avec `npm run build`" },
  { name: "CRLF", source: "# A\r\n\r\n- b\r\n- c\r\n", answer: "# Ä\n\n- ö\n- ü\n" },
  { name: "a label whose definition is elsewhere", source: "[a][Ref] b[^1]", answer: "[ä][ref] ö[^1]" },
];

const FAULTY: readonly Row[] = [
  {
    name: "Greek, code translated",
    source: "Run `git push` now.",
    answer: "Εκτελέστε `git ώθηση` τώρα.",
    faults: [{ kind: "code", missing: ["git push"], added: ["git ώθηση"] }],
  },
  {
    name: "Bulgarian, a code block and its language",
    source: "Виж:\n\n```js\nlet a = 1;\n```",
    answer: "See:\n\n```\nlet b = 1;\n```",
    faults: [
      { kind: "code", missing: ["let a = 1;"], added: ["let b = 1;"] },
      { kind: "blocks", missing: ["code js"], added: ["code"] },
    ],
  },
  {
    name: "Maltese, a destination",
    source: "[guide](/en/guide) ![x](/a.png)",
    answer: "[gwida](/mt/gwida) ![x](/a.png)",
    faults: [{ kind: "url", missing: ["/en/guide"], added: ["/mt/gwida"] }],
  },
  {
    name: "Irish, a link written out",
    source: "the [guide](https://a.eu)",
    answer: "an treoir (https://a.eu)",
    faults: [{ kind: "link", missing: ["link"], added: [] }],
  },
  {
    name: "Finnish, blanks in emphasis",
    source: "a **word** ~~gone~~",
    answer: "yksi ** sana ** ~~poissa~~",
    faults: [{ kind: "emphasis", missing: ["strong"], added: [] }],
  },
  {
    name: "Hungarian, emphasis of another kind",
    source: "a **word**",
    answer: "egy *szó*",
    faults: [{ kind: "emphasis", missing: ["strong"], added: ["emphasis"] }],
  },
  {
    name: "German, tags and a comment",
    source: "a<br>b <kbd>Ctrl</kbd> <!-- x -->",
    answer: "a b <kbd>Strg</kbd> <!-- y -->",
    faults: [{ kind: "html", missing: ["<br>", "<!-- x -->"], added: ["<!-- y -->"] }],
  },
  {
    name: "French, an image for a link",
    source: "Click[here](/a)",
    answer: "Cliquez ![ici](/a)",
    faults: [{ kind: "link", missing: ["link"], added: ["image"] }],
  },
  {
    name: "labels and footnotes, defined or not",
    source: "[a][one] b[^1] [c]\n\n[c]: /c",
    answer: "[a][eins] b[^2] [c]\n\n[c]: /c",
    faults: [{ kind: "link", missing: ["[one]", "[^1]"], added: ["[eins]", "[^2]"] }],
  },
  {
    name: "a list that lost an item, its box and its numbers",
    source: "3. a\n4. b\n\n- [x] c\n",
    answer: "1. ä\n2. ö\n3. ü\n\n- ß",
    faults: [
      {
        kind: "blocks",
        missing: ["ordered list from 3", "  item", "    paragraph", "  item", "    paragraph", "list", "  item [x]"],
        added: [
          "ordered list from 1",
          "  item",
          "    paragraph",
          "  item",
          "    paragraph",
          "  item",
          "    paragraph",
          "list",
          "  item",
        ],
      },
    ],
  },
  {
    name: "a heading's depth",
    source: "# A\n\nb",
    answer: "## Ä\n\nö",
    faults: [{ kind: "blocks", missing: ["heading 1"], added: ["heading 2"] }],
  },
  {
    name: "a table that lost a cell and its alignment",
    source: "| a | b |\n|--|:-:|\n| c | d |",
    answer: "| a |\n|--|\n| c |",
    faults: [{ kind: "blocks", missing: ["table 2,2 ,center"], added: ["table 1,1 "] }],
  },
  {
    name: "two blocks that changed places",
    source: "> a\n\n---\n\nb",
    answer: "---\n\n> a\n\nb",
    faults: [
      {
        kind: "blocks",
        missing: ["blockquote", "  paragraph", "thematicBreak"],
        added: ["thematicBreak", "blockquote", "  paragraph"],
      },
    ],
  },
  {
    name: "paragraphs without any Markdown that were joined",
    source: "Eka.\r\n\r\nToka.\r\n\r\nKolmas.",
    answer: "Első. Második.\n\nHarmadik.",
    faults: [{ kind: "blocks", missing: ["paragraph"], added: [] }],
  },
  {
    name: "a wrapping fence",
    source: "Jeden.",
    answer: "```\nOne.\n```",
    faults: [
      { kind: "code", missing: [], added: ["One."] },
      { kind: "blocks", missing: ["paragraph"], added: ["code"] },
    ],
  },
];

describe("compareMarkdown", () => {
  for (const { name, source, answer } of SOUND) {
    it(`finds no fault: ${name}`, async () => {
      assert.deepEqual(await compareMarkdown(source, answer, { keepBlocks: true }), []);
    });
  }

  for (const { name, source, answer, faults } of FAULTY) {
    it(`sees ${name}`, async () => {
      assert.deepEqual(await compareMarkdown(source, answer, { keepBlocks: true }), faults);
    });
    it(`leaves the blocks out where they may change: ${name}`, async () => {
      const inline = faults.filter(({ kind }) => kind !== "blocks");
      assert.deepEqual(await compareMarkdown(source, answer, { keepBlocks: false }), inline);
    });
  }

  it("bears what is nested very deep", async () => {
    const deep = `${">".repeat(2000)} a`;
    assert.deepEqual(await compareMarkdown(deep, deep, { keepBlocks: true }), []);
  });
});
