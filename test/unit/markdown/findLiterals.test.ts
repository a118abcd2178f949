import assert from "node:assert/strict";
import { array, asyncProperty, assert as check, constantFrom, property } from "fast-check";
import { describe, it } from "mocha";
import { findLiterals } from "../../../src/core/markdown/findLiterals.ts";
import { isPlain } from "../../../src/core/markdown/isPlain.ts";
import { readMarkdown } from "../../../src/core/markdown/readMarkdown.ts";
import { PIECES } from "./pieces.ts";

/** The text with its literals in guillemets. */
async function mark(text: string): Promise<string> {
  let marked = "";
  let at = 0;
  for (const { start, end } of await findLiterals(text)) {
    marked += `${text.slice(at, start)}⟦${text.slice(start, end)}⟧`;
    at = end;
  }
  return marked + text.slice(at);
}

const TABLE: readonly (readonly [name: string, text: string, marked: string])[] = [
  ["Greek code", "Τρέξτε `npm ci` ή ``a`b`` τώρα", "Τρέξτε ⟦`npm ci`⟧ ή ⟦``a`b``⟧ τώρα"],
  ["a Bulgarian link with a title", 'виж [тук *и*](/a "Заглавие").', 'виж [тук *и*]⟦(/a "Заглавие")⟧.'],
  ["a Maltese image", "![mappa [żgħira]](<a b.png>) hawn", "![mappa [żgħira]]⟦(<a b.png>)⟧ hawn"],
  ["an image in a link", "[![íomhá](a.png)](/b)", "[![íomhá]⟦(a.png)⟧]⟦(/b)⟧"],
  ["a link whose text looks like its end", "[a `](x)` ö](/u)", "[a ⟦`](x)`⟧ ö]⟦(/u)⟧"],
  ["Finnish labels", "[a][yksi] [kaksi][] [kolme]", "[a]⟦[yksi]⟧ [kaksi][] [kolme]"],
  [
    "labels with their definitions",
    "[a][y] [kaksi][] [kolme]\n\n[y]: /y\n[kaksi]: /k 'K'\n[kolme]: /l",
    "[a]⟦[y]⟧ ⟦[kaksi][]⟧ ⟦[kolme]⟧\n\n⟦[y]: /y⟧\n⟦[kaksi]: /k 'K'⟧\n⟦[kolme]: /l⟧",
  ],
  ["Hungarian footnotes", "szó[^1] és[^két]\n\n[^1]: Jegyzet.", "szó⟦[^1]⟧ és⟦[^két]⟧\n\n⟦[^1]:⟧ Jegyzet."],
  ["an alert", "> [!NOTE]\n> Huomaa.", "> ⟦[!NOTE]⟧\n> Huomaa."],
  [
    "addresses in German",
    "Auf „https://a.eu/ä“, www.b.eu. <https://c.eu> oder an x@y.eu!",
    "Auf „⟦https://a.eu/ä⟧“, ⟦www.b.eu⟧. ⟦<https://c.eu>⟧ oder an ⟦x@y.eu⟧!",
  ],
  ["French tags", "a<br>b <kbd title='x>'>c</kbd> <!-- d -->", "a⟦<br>⟧b ⟦<kbd title='x>'>⟧c⟦</kbd>⟧ ⟦<!-- d -->⟧"],
  [
    "a block of HTML, whose words are prose",
    "<div>\nDia dhuit <b>a</b>\n<style>p{}</style></div>",
    "⟦<div>⟧\nDia dhuit ⟦<b>⟧a⟦</b>⟧\n⟦<style>p{}</style>⟧⟦</div>⟧",
  ],
  ["a fence", "Виж:\r\n\r\n```js\r\nlet a;\r\n```\r\nкрай", "Виж:\r\n\r\n⟦```js\r\nlet a;\r\n```⟧\r\nкрай"],
  ["what is escaped", "\\`a\\` \\[^1] 1 \\* 2", "\\`a\\` \\[^1] 1 \\* 2"],
  ["a byte order mark", "\uFEFF`a` b", "\uFEFF⟦`a`⟧ b"],
  ["an emoji before", "👩‍💻 `a`", "👩‍💻 ⟦`a`⟧"],
  ["a table", "| a | `b` |\n|--|--|\n| c \\| `d` | [e](/f) |", "| a | ⟦`b`⟧ |\n|--|--|\n| c \\| ⟦`d`⟧ | [e]⟦(/f)⟧ |"],
  [
    "what a wiki embeds and names",
    "Kuva ![[kuva ä.png|200]] ja [[Sivu|nimi]] ^nimi-1",
    "Kuva ⟦![[kuva ä.png|200]]⟧ ja ⟦[[Sivu|nimi]]⟧ ⟦^nimi-1⟧",
  ],
  [
    "mentions and citations",
    "Виж @ann-b, [@doe99, с. 3] и @scope/pkg. a@b, 5 @ 6, ж@з",
    "Виж ⟦@ann-b⟧, [⟦@doe99⟧, с. 3] и ⟦@scope/pkg⟧. a@b, 5 @ 6, ж@з",
  ],
  [
    "no maths and no icon beside a letter of any script",
    "$a_b$дума :tip:дума дума:tip: `x`",
    "$a_b$дума :tip:дума дума:tip: ⟦`x`⟧",
  ],
  ["comments", "Teksti %% huomautus, 5 % %% jatkuu, 100%% 5", "Teksti ⟦%% huomautus, 5 % %%⟧ jatkuu, 100%% 5"],
  ["a target", "(kohde)=\n# Otsikko\n\n(ei)= kohde", "⟦(kohde)=⟧\n# Otsikko\n\n(ei)= kohde"],
  ["plain prose", "Gan aon mharc ar chor ar bith.", "Gan aon mharc ar chor ar bith."],
];

describe("findLiterals", () => {
  for (const [name, text, marked] of TABLE) {
    it(`finds ${name}`, async () => {
      assert.equal(await mark(text), marked);
    });
  }

  it("needs no parser where there are none", () => {
    const text = array(constantFrom(...PIECES), { maxLength: 6 }).map((pieces) => pieces.join(""));
    const holds = property(text, (text) => {
      if (!isPlain(text)) return;
      const { literals, lists } = readMarkdown(text);
      assert.deepEqual([literals, lists.blocks.filter((block) => block !== "paragraph")], [[], []]);
    });
    check(holds, { numRuns: 5000 });
  });

  it("gives ranges in order that don't overlap, whatever the text", async () => {
    const text = array(constantFrom(...PIECES), { maxLength: 30 }).map((pieces) => pieces.join(""));
    await check(
      asyncProperty(text, async (given) => {
        let at = 0;
        for (const { start, end } of await findLiterals(given)) {
          assert.ok(start >= at && end > start && end <= given.length, JSON.stringify({ at, start, end }));
          at = end;
        }
      }),
      { numRuns: 300 },
    );
  });
});
