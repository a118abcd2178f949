import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { takeFrame } from "../../../src/core/writing/frame.ts";

describe("takeFrame", () => {
  const upper = (text: string) => text.toUpperCase();
  for (const [name, source, sent, restored] of [
    ["leading and trailing whitespace", " \n\tкафе \r\n", "кафе", " \n\tКАФЕ \r\n"],
    ["CRLF", "α\r\nβ\r\n\r\nγ", "α\nβ\n\nγ", "Α\r\nΒ\r\n\r\nΓ"],
    ["lone CR", "á\ré", "á\né", "Á\rÉ"],
    ["mixed line ends", "a\r\nb\nc\rd", "a\nb\nc\nd", "A\r\nB\nC\rD"],
    ["the indentation that all lines share", "    a\n      b\n    c\n", "a\n  b\nc", "    A\n      B\n    C\n"],
    ["tabs", "\t- a\n\t- b", "- a\n- b", "\t- A\n\t- B"],
    ["no indentation where the selection begins inside a line", "a\n    b", "a\n    b", "A\n    B"],
    ["blank lines without the indentation of the others", "  a\n\n  b", "a\n\nb", "  A\n\n  B"],
    ["blanks on blank lines", "  a\n   \n  b", "a\n\nb", "  A\n   \n  B"],
    ["NBSP around it", "\u00a0ż\u202f", "ż", "\u00a0Ż\u202f"],
  ] as const) {
    it(name, () => {
      const frame = takeFrame(source);
      assert.deepEqual([frame.text, frame.restore(upper(frame.text))], [sent, restored]);
    });
  }

  it("indents an answer of another number of lines, with the source's first line end", () => {
    assert.equal(takeFrame("  a\r\n  b\r\n").restore("x\n\ny\nz"), "  x\r\n\r\n  y\r\n  z\r\n");
  });

  it("gives any source back for its own text", () => {
    const line = fc.string({ unit: fc.constantFrom(" ", "\t", "a", "ħ", "\u00a0", "-", "😀") });
    const end = fc.constantFrom("\n", "\r\n", "\r", "\n\n", "");
    const source = fc.array(fc.tuple(line, end)).map((pairs) => pairs.flat().join(""));
    fc.assert(
      fc.property(source, (text) => {
        const frame = takeFrame(text);
        assert.equal(frame.restore(frame.text), text);
        assert.ok(!frame.text.includes("\r") && frame.text.trim() === frame.text);
      }),
      { numRuns: 2000 },
    );
  });
});
