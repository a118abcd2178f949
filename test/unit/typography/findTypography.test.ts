import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { LANGUAGE_CODES, type LanguageCode } from "../../../src/core/languages.ts";
import { compareMarkdown } from "../../../src/core/markdown/compareMarkdown.ts";
import { applyEdits } from "../../../src/core/typography/applyEdits.ts";
import { findTypography } from "../../../src/core/typography/findTypography.ts";
import { listFindings } from "../../../src/core/typography/listFindings.ts";
import { typeset } from "../../../src/core/typography/typeset.ts";
import { anyText } from "../../support/anyText.ts";
import { SENTENCES } from "../../support/sentences.ts";

/** What a rule could be led astray by: other scripts and directions, emoji, capitals, code, spellings in other letters. */
const HARD_TEXTS: readonly string[] = [
  ...Object.values(SENTENCES).flatMap((sentence) => [sentence, sentence.toUpperCase()]),
  "Er sagte „כל בני אדם נולדו בני חורין“ und «مرحبا بالعالم».",
  '\u202bשלום "עולם"\u202c , oui ?',
  '🎉👩‍👩‍👧‍👦 "👍🏽" ... #️⃣ !',
  "Kalimera, ti kaneis - kala ? Ola 8a pane kala...",
  "Zdravei, kak si ? 6te doida utre - 4akai me !",
  '// sagt "ja" - l\'eau\nconst a = \'b\' , c = "d"; /* 1,234,567 */',
  "e\u0301l'e\u0301te\u0301 «\u00a0a\u0300\u00a0» ?",
];

/** What isn't prose, and must stay in every language. */
const UNTOUCHED: readonly (readonly [what: string, text: string])[] = [
  ["code spans", '`"a" - b...` and ``x \' y``'],
  ["fences", "```js\nconst a = \"b\" - 'c'...;\n```"],
  ["indented code", '    say "hello" - it\'s...\n'],
  ["addresses", "https://a.eu/?q=\"x\"&y='z'...! www.b.eu/it's"],
  ["a link's address and title", '[Link](https://a.eu/it\'s "a title - with...")'],
  ["tags", '<a title="it\'s - so...">x</a>'],
  ["a block of HTML", '<div>\n"a" - b...\n</div>'],
  ["comments", '<!-- "a" - b... -->'],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the text.
  ["placeholders", '{"a" - b} %s {{it\'s "x"}} ${a ? "b" : \'c\'}'],
  ["escapes", '\\"a\\" b'],
  ["entities", "&quot;a&quot; b&nbsp;c"],
  ["versions, addresses, times and dates", "1.2.3 192.168.100.200 10:30 2026-01-02 v3.5 1.2.2026"],
  ["identifiers", "foo_bar's x=\"y\" a::b --no-color's C:\\it's"],
  ["paths", "./it's/a ../c...d /usr/lib/it's"],
  ["maths", '$f\'(x) - "y"$'],
  ["tables", "| a | b |\n| - | - |\n| - | - |"],
  ["rules of a page and lists", "- a\n- b\n\n---\n\n* c"],
  ["definitions", '[a]: https://a.eu "it\'s - a..."'],
];

/** Places beside each other, which are all told at once. ⍽ is a space that doesn't break, ⎵ a narrow one. */
const AT_ONCE: readonly (readonly [language: LanguageCode, text: string, expected: string])[] = [
  ["lt", "Apie 3.5 % žmonių", "Apie 3,5⍽% žmonių"],
  ["fr", "Près de 10 000 % et 3.5 %", "Près de 10⎵000⍽% et 3,5⍽%"],
  ["cs", 'Řekl „ano" a "ne" i „dost".', "Řekl „ano“ a „ne“ i „dost“."],
  ["fr", 'Il dit "oui" ! et "non" : rien', "Il dit «⍽oui⍽»⎵! et «⍽non⍽»⍽: rien"],
  ["ga", 'Dúirt sé "dia duit" ; agus d\'imigh ...', "Dúirt sé “dia duit”; agus d’imigh …"],
];

describe("findTypography", () => {
  for (const [language, written, expected] of AT_ONCE) {
    it(`tells at once: ${written}`, async () => {
      const edits = await findTypography(written, { language, markup: "markdown" });
      const text = applyEdits(written, edits);
      assert.equal(text.replaceAll("\u00a0", "⍽").replaceAll("\u202f", "⎵"), expected);
      assert.deepEqual(await findTypography(text, { language, markup: "markdown" }), []);
    });
  }

  for (const [what, text] of UNTOUCHED) {
    it(`leaves alone: ${what}`, async () => {
      for (const language of LANGUAGE_CODES) {
        assert.equal(await typeset(text, { language, markup: "markdown" }), text, language);
      }
    });
  }

  it("tells where, what and why", async () => {
    assert.deepEqual(await findTypography('> Er sagte "*ja*"\n> und ging.', { language: "de", markup: "markdown" }), [
      { start: 11, end: 12, replacement: "„", rule: "straightQuotes", group: 0 },
      { start: 16, end: 17, replacement: "“", rule: "straightQuotes", group: 0 },
    ]);
  });

  it("keeps quotation marks in pairs over the lines of a paragraph, and not from one to the next", async () => {
    const text = 'Er sagte "ja\nund nein".\n\nEin " allein.\n\nNoch ein " allein.';
    const expected = 'Er sagte „ja\nund nein“.\n\nEin " allein.\n\nNoch ein " allein.';
    assert.equal(await typeset(text, { language: "de", markup: "plain" }), expected);
  });

  it("finds straight marks and another language's in one paragraph at once", async () => {
    const edits = await findTypography('Er sagte "ja" und “nein”.', { language: "de", markup: "plain" });
    assert.deepEqual(
      edits.map(({ rule, group }) => [rule, group]),
      [
        ["straightQuotes", 0],
        ["straightQuotes", 0],
        ["foreignQuotes", 1],
        ["foreignQuotes", 1],
      ],
    );
  });

  it("counts in UTF-16, with emoji and a byte order mark before", async () => {
    const [first] = await findTypography('\uFEFF🎉 **👍** "x"', { language: "sv", markup: "markdown" });
    assert.deepEqual(first, { start: 11, end: 12, replacement: "”", rule: "straightQuotes", group: 0 });
  });

  const piece = fc.constantFrom(
    ...(" \n\t\"'“”„«»‹›‘’.,;:!?…-–—%€\u00a0\u202f()[]*_`#>|<&{}$\\/0123456789aäéñğБжΩ🎉".match(/./gsu) ?? []),
    ...'... |l\'eau|10 %|1,234,567|3.5 %|\n\n|1.Januar|2ème|« a »|"b"|“c”|`d`|https://e.eu|**f**| - '.split("|"),
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
  const language = fc.constantFrom(...LANGUAGE_CODES);
  const markup = fc.constantFrom("markdown" as const, "plain" as const);

  it("changes nothing the second time", async () => {
    await fc.assert(
      fc.asyncProperty(text, language, markup, async (source, code, format) => {
        const once = await typeset(source, { language: code, markup: format });
        assert.equal(await typeset(once, { language: code, markup: format }), once);
      }),
      { numRuns: 2000 },
    );
  });

  it("gives edits in order, apart from one another, and never of a letter or a digit alone", async () => {
    await fc.assert(
      fc.asyncProperty(text, language, markup, async (source, code, format) => {
        const edits = await findTypography(source, { language: code, markup: format });
        let at = 0;
        for (const { start, end, replacement } of edits) {
          assert.ok(start >= at && end >= start && end <= source.length);
          const [before, after] = [source.slice(start, end), replacement].map((one) => one.replace(/[^\p{N}]/gu, ""));
          assert.equal(before, after);
          at = end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  const mixed = fc.oneof(
    text,
    anyText({ maxLength: 60 }),
    fc
      .array(fc.constantFrom(...HARD_TEXTS), { maxLength: 3 })
      .chain((texts) => text.map((marks) => [marks, ...texts, marks].join(" "))),
  );

  it("keeps every letter, digit, emoji and combining mark of any text, in their order", async () => {
    const kept = (one: string) => one.replace(/[^\p{L}\p{M}\p{N}\p{So}\p{Cf}\p{Cs}]/gu, "");
    await fc.assert(
      fc.asyncProperty(mixed, language, markup, async (source, code, format) => {
        const set = await typeset(source, { language: code, markup: format, without: ["ordinal"] });
        assert.equal(kept(set), kept(source));
      }),
      { numRuns: 2000 },
    );
  });

  it("takes 200 KB of any mark", async () => {
    for (const unit of [
      "«",
      "« ",
      "»",
      '"',
      '"a" ',
      "a'",
      "...",
      " - ",
      "1 000 ",
      "1,",
      " ,",
      "( ",
      "{",
      "$",
      "<",
      "/",
      "a_",
    ]) {
      const marks = unit.repeat(200_000 / unit.length);
      for (const code of ["fr", "de"] as const) {
        const edits = await findTypography(marks, { language: code, markup: "plain" });
        assert.ok(listFindings(marks, edits).length <= edits.length);
      }
    }
  }).timeout(60_000);

  it("leaves code, addresses, tags and links as Markdown has them", async () => {
    await fc.assert(
      fc.asyncProperty(text, language, async (source, code) => {
        const set = await typeset(source, { language: code, markup: "markdown" });
        const faults = await compareMarkdown(source, set, { keepBlocks: false });
        assert.deepEqual(
          faults.filter(({ kind }) => kind === "code" || kind === "html"),
          [],
        );
      }),
      { numRuns: 1000 },
    );
  });
});
