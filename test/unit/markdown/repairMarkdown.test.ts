import assert from "node:assert/strict";
import { array, asyncProperty, assert as check, constantFrom } from "fast-check";
import { describe, it } from "mocha";
import { readMarkdown } from "../../../src/core/markdown/readMarkdown.ts";
import { countDamage } from "../../../src/core/markdown/repair/countDamage.ts";
import { repairMarkdown } from "../../../src/core/markdown/repairMarkdown.ts";
import { PIECES } from "./pieces.ts";

interface Row {
  readonly name: string;
  readonly source: string;
  readonly answer: string;
  readonly mended: string;
}

const MENDED: readonly Row[] = [
  {
    name: "Greek, blanks in emphasis",
    source: "This is **very** important.",
    answer: "Αυτό είναι ** πολύ ** σημαντικό.",
    mended: "Αυτό είναι **πολύ** σημαντικό.",
  },
  {
    name: "Bulgarian, blanks that belong outside",
    source: "a **b** c *d*. ~~e~~",
    answer: "а** б **в * г *. ~~ д ~~",
    mended: "а **б** в *г*. ~~д~~",
  },
  {
    name: "Maltese, a blank on one side of two",
    source: "**one** and **two**",
    answer: "**wieħed ** u ** tnejn**",
    mended: "**wieħed** u **tnejn**",
  },
  {
    name: "Irish, blanks round emphasis that holds more",
    source: "**a *b* and [c](/d)** e",
    answer: "** á *bé* agus [c](/d) ** é",
    mended: "**á *bé* agus [c](/d)** é",
  },
  {
    name: "Maltese, emphasis beside a sum",
    source: "**Note** 2 * 3 * 4",
    answer: "** Nota ** 2 * 3 * 4",
    mended: "**Nota** 2 * 3 * 4",
  },
  {
    name: "Finnish, emphasis within a word",
    source: "the _Europe_ report",
    answer: "_Eurooppa_raportti",
    mended: "*Eurooppa*raportti",
  },
  {
    name: "Hungarian, code translated",
    source: "Use `git push` or `git pull`.",
    answer: "Használja: `git húzás` vagy `git push`.",
    mended: "Használja: `git pull` vagy `git push`.",
  },
  {
    name: "Maltese, a backtick for an apostrophe, before code",
    source: "The world's `code`",
    answer: "Il-`kodiċi tad-dinja `code`",
    mended: "Il-\\`kodiċi tad-dinja `code`",
  },
  {
    name: "Irish, a backtick alone, that one of the next segment would make code of",
    source: "Of the world",
    answer: "An domhan` go léir",
    mended: "An domhan\\` go léir",
  },
  {
    name: "Hungarian, what is cited with the letters of the language",
    source: "As [@knuth, p. 3] and @fig-plot say",
    answer: "Ahogy [@knúth, 3. o.] és @fíg-plót mondja",
    mended: "Ahogy [@knuth, 3. o.] és @fig-plot mondja",
  },
  {
    name: "German, a title translated",
    source: 'See [the guide](/guide "The guide").',
    answer: 'Siehe [die Anleitung](/guide "Die Anleitung").',
    mended: 'Siehe [die Anleitung](/guide "The guide").',
  },
  {
    name: "French, a title lost and a destination changed",
    source: "[a](/en/a 'A') ![b](/en/b.png)",
    answer: "[à](/fr/a) ![bé](/fr/b.png)",
    mended: "[à](/en/a 'A') ![bé](/en/b.png)",
  },
  {
    name: "Greek, addresses changed",
    source: "At https://a.eu/en, <https://b.eu/en> and x@a.eu.",
    answer: "Στο https://a.eu/el, <https://b.eu/el> και y@a.eu.",
    mended: "Στο https://a.eu/en, <https://b.eu/en> και x@a.eu.",
  },
  {
    name: "Finnish, an ending stuck to an address",
    source: "On https://a.eu/fi you find it.",
    answer: "Löydät sen https://a.eu/fi-sivulta.",
    mended: "Löydät sen <https://a.eu/fi>-sivulta.",
  },
  {
    name: "Bulgarian, a fence that lost its language, and its comment translated",
    source: "Do:\n\n```js {1}\n// run\nrun();\n```\n",
    answer: "Направете:\n\n```\n// изпълни\nrun();\n```\n",
    mended: "Направете:\n\n```js {1}\n// run\nrun();\n```\n",
  },
  {
    name: "Irish, a fence in a list",
    source: "- a\n  ```\n  b\n  c\n  ```\n- d",
    answer: "- á\n  ```\n  bé\n  c\n  ```\n- dé",
    mended: "- á\n  ```\n  b\n  c\n  ```\n- dé",
  },
  {
    name: "Maltese, labels and definitions",
    source: "[a][guide] b[^note]\n\n[guide]: /guide",
    answer: "[a][gwida] b[^nota]\n\n[gwida]: /gwida",
    mended: "[a][guide] b[^note]\n\n[guide]: /guide",
  },
  {
    name: "German, a text that was its own label",
    source: "See [the guide] and [the end][].\n\n[the guide]: /g\n[the end]: /e",
    answer: "Siehe [die Anleitung] und [das Ende][].\n\n[the guide]: /g\n[the end]: /e",
    mended: "Siehe [die Anleitung][the guide] und [das Ende][the end].\n\n[the guide]: /g\n[the end]: /e",
  },
  {
    name: "Hungarian, a year that begins a list",
    source: "In January 2024 it began.\n\nIt ended.",
    answer: "2024. januárjában kezdődött.\n\nVéget ért.",
    mended: "2024.\u00a0januárjában kezdődött.\n\nVéget ért.",
  },
  {
    name: "French, an exclamation mark before a link",
    source: "Click[here](/a) now",
    answer: "Cliquez![ici](/a) maintenant",
    mended: "Cliquez\\![ici](/a) maintenant",
  },
  {
    name: "French, links round code that lost their brackets",
    source: "The [`<A>`](/a) and [`b`][b] and `c` use [`c`](/c).",
    answer: "`<A>` et [`b`][b] et `c` utilisent `c`.",
    mended: "[`<A>`](/a) et [`b`][b] et `c` utilisent [`c`](/c).",
  },
  { name: "Hungarian, tags", source: "a<br/>b", answer: "a<br>b", mended: "a<br/>b" },
  {
    name: "Finnish, CRLF, a byte order mark and an emoji before",
    source: "\uFEFF# A\r\n\r\n👩‍💻 `run` **b**\r\n",
    answer: "\uFEFF# Ä\r\n\r\n👩‍💻 `juokse` ** ö **\r\n",
    mended: "\uFEFF# Ä\r\n\r\n👩‍💻 `run` **ö**\r\n",
  },
];

const LEFT: readonly Omit<Row, "mended">[] = [
  { name: "what is sound", source: "a `b` [c](/d)", answer: "[γ](/d) και `b`" },
  { name: "code that is missing", source: "a `b` `c`", answer: "а `d`" },
  { name: "a sum that is no emphasis", source: "*Note* and 2 * 3 * 4", answer: "Nota u 2 * 3 * 4" },
  { name: "names with underscores", source: "*a* and b", answer: "a_b_c und d_e_f" },
  { name: "a list that was one before", source: "2. a", answer: "2. á" },
  { name: "emphasis that the source has not", source: "a b", answer: "a ** b **" },
  { name: "URLs in another order", source: "[a](/a) [b](/b)", answer: "[b](/b) [a](/a)" },
  { name: "code of a link that stands more than once", source: "See [`a`](/a).", answer: "`a`: `a`." },
  { name: "plain prose", source: "Plain.", answer: "Σκέτο." },
];

describe("repairMarkdown", () => {
  for (const { name, source, answer, mended } of MENDED) {
    it(`mends ${name}`, async () => {
      assert.equal(await repairMarkdown(source, answer), mended);
    });
  }

  for (const { name, source, answer } of LEFT) {
    it(`leaves ${name}`, async () => {
      assert.equal(await repairMarkdown(source, answer), answer);
    });
  }

  it("mends in MDX what is code after all, before it escapes what is prose", async () => {
    const mdx = { dialect: "mdx", place: "block", defined: new Set<string>() } as const;
    const mended = await repairMarkdown("Use `a = b<c, d>` or 2 more", "Ūži ` `a = b<c, d>` jew < 2", mdx);
    assert.equal(mended, "Ūži \\` `a = b<c, d>` jew \\< 2");
  });

  const text = array(constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join(""));

  it("leaves what is the source itself, whatever it is", async () => {
    await check(asyncProperty(text, async (source) => assert.equal(await repairMarkdown(source, source), source)));
  });

  it("changes nothing the second time, and what it changes it makes better", async () => {
    await check(
      asyncProperty(text, text, async (source, answer) => {
        const once = await repairMarkdown(source, answer);
        assert.equal(await repairMarkdown(source, once), once);
        const [original, before, after] = [source, answer, once].map((text) => readMarkdown(text));
        assert.ok(original && before && after);
        if (once !== answer) assert.ok(countDamage(original, after) < countDamage(original, before));
      }),
      { numRuns: 300 },
    );
  });
});
