import assert from "node:assert/strict";
import { array, assert as check, constantFrom, property } from "fast-check";
import { describe, it } from "mocha";
import { parse } from "yaml";
import { readLines, writeLines } from "../../../src/core/document/forms/linesForm.ts";
import { writeQuoted } from "../../../src/core/document/forms/quotedForm.ts";
import { writeYaml } from "../../../src/core/document/forms/yamlForm.ts";

describe("lines that are joined and broken again", () => {
  it("are the same for the same text, whatever it is", () => {
    const piece = constantFrom(
      "слово",
      "a",
      "- ",
      "1. ",
      " ",
      "\n",
      "\r\n",
      "\n> ",
      "\n  > ",
      "# ",
      "`",
      "**",
      "\\",
      "|",
      "  \n",
      "λέξη.",
      "<b>",
    );
    check(
      property(array(piece, { minLength: 1, maxLength: 30 }), (pieces) => {
        const raw = pieces.join("").trim();
        const { text, form } = readLines(raw, { quoteDepth: 1 });
        // What can't be put together again goes out as it stands, and that is seen at once.
        if (writeLines(form, text) !== raw) assert.match(raw, /[ \t>\\]|\n\s*\n|^$/u);
      }),
      { numRuns: 2000 },
    );
  });

  it("are the same where marks that are joined would be a rule", () => {
    const { text, form } = readLines("слово\n**\n**слово", { quoteDepth: 0 });
    assert.equal(writeLines(form, text), "слово\n**\n**слово");
  });

  it("keep the width of what was filled, and the places of what wasn't", () => {
    const rows = [
      ["aaa bbb\nccc ddd\neee", 0, "ααα βββ γγγ δδδ εεε", "ααα βββ\nγγγ δδδ\nεεε"],
      ["One sentence.\nAnother sentence here.", 0, "Μία πρόταση. Άλλη πρόταση εδώ.", "Μία πρόταση.\nΆλλη πρόταση εδώ."],
      ["> one two\n> three four".slice(2), 1, "едно две три четири", "едно две\n> три четири"],
      ["aaa bbb\nccc dddddddddddd", 0, "ααα βββ - γγγ δδδδδδδδδδ", "ααα βββ -\nγγγ δδδδδδδδδδ"],
      ["one two\nthree four", 0, "egy - kettő", "egy -\nkettő"],
    ] as const;
    for (const [raw, quoteDepth, answer, expected] of rows) {
      assert.equal(writeLines(readLines(raw, { quoteDepth }).form, answer), expected);
    }
  });

  it("don't leave a cell", () => {
    const { form } = readLines("a", { quoteDepth: 0, place: "cell" });
    assert.equal(writeLines(form, "x | y \\| z\nw"), "x \\| y \\| z w");
  });
});

describe("values between marks", () => {
  it("never hold the mark that ends them", () => {
    const rows = [
      ['"', "backslash", 'a "b" \\" c', 'a \\"b\\" \\" c'],
      ['"', "entity", 'a "b" <c>', "a &quot;b&quot; &lt;c&gt;"],
      ['"', "print", 'a "b"', "a ”b”"],
      ["]", "backslash", "a [b]\nc", "a [b\\] c"],
      ["'", "print", "l'homme", "l’homme"],
    ] as const;
    for (const [mark, way, text, expected] of rows)
      assert.equal(writeQuoted({ kind: "quoted", mark, way }, text), expected);
  });

  it("are the same strings to a reader of YAML", () => {
    const piece = constantFrom(
      "слово",
      " ",
      ": ",
      " #",
      "- ",
      "'",
      '"',
      "\\",
      "[",
      "{",
      "true",
      "1.5",
      "2024-01-01",
      "&",
      "*",
      "!",
      "%",
      "|",
      ">",
      "null",
      "é",
      "?",
      ",",
      "@",
      "`",
    );
    for (const style of ["plain", "single", "double"] as const) {
      check(
        property(array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
          const text = pieces.join("");
          assert.equal(parse(`key: ${writeYaml({ kind: "yaml", style, isInFlow: false }, text)}`).key, text);
          assert.equal(parse(`{ key: ${writeYaml({ kind: "yaml", style, isInFlow: true }, text)} }`).key, text);
        }),
        { numRuns: 500 },
      );
    }
  });
});
