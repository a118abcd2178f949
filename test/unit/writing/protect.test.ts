import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { mask } from "../../../src/core/writing/protect.ts";

describe("mask", () => {
  const source = "Łódź {name} und %s";
  const spans = [
    { start: 5, end: 11 },
    { start: 16, end: 18 },
  ];

  it("sets marks in the place of the spans, and takes them back in any order", () => {
    const masked = mask(source, spans);
    assert.equal(masked.text, "Łódź [[1]] und [[2]]");
    assert.deepEqual(masked.unmask("[[2]] ja [[1]]"), { text: "%s ja {name}", isWhole: true });
  });
  it("reads marks in other widths and with blanks", () =>
    assert.deepEqual(mask(source, spans).unmask("［［1］］ [ [ 2 ] ]"), { text: "{name} %s", isWhole: true }));
  it("tells that a mark is missing", () =>
    assert.deepEqual(mask(source, spans).unmask("[[1]]"), { text: "{name}", isWhole: false }));
  it("tells that a mark stands twice, and leaves none", () =>
    assert.deepEqual(mask(source, spans).unmask("[[1]] [[2]] [[1]]"), { text: "{name} %s {name}", isWhole: false }));
  it("puts back what looks like a pattern of a replacement", () =>
    assert.equal(mask("a $& b", [{ start: 2, end: 4 }]).unmask("[[1]]").text, "$&"));
  it("leaves the marks that a source has itself", () => {
    const masked = mask("see [[1]] and %s", [{ start: 14, end: 16 }]);
    assert.equal(masked.text, "see [[1]] and [[2]]");
    assert.deepEqual(masked.unmask("ara [[1]] u [[2]]"), { text: "ara [[1]] u %s", isWhole: true });
  });
  it("masks nothing for a span of nothing", () => assert.equal(mask("abc", [{ start: 1, end: 1 }]).text, "abc"));
  it("sets one mark for a link round nothing but masks, and leaves the words of others", () => {
    const source = "[`a`](/a) and [`b` of it](/b)";
    const spans = [
      { start: 1, end: 4 },
      { start: 5, end: 9 },
      { start: 15, end: 18 },
      { start: 25, end: 29 },
    ];
    const masked = mask(source, spans);
    assert.equal(masked.text, "[[1]] and [[[2]] of it][[3]]");
    assert.equal(masked.unmask(masked.text).text, source);
  });
  it("sets one mark for spans with nothing between them", () => {
    const masked = mask("the <b>`a`</b> hook", [
      { start: 4, end: 7 },
      { start: 7, end: 10 },
      { start: 10, end: 14 },
    ]);
    assert.deepEqual([masked.text, masked.unmask("il [[1]]").text], ["the [[1]] hook", "il <b>`a`</b>"]);
  });
  it("merges spans that overlap", () =>
    assert.equal(
      mask("abcdef", [
        { start: 0, end: 3 },
        { start: 2, end: 4 },
      ]).text,
      "[[1]]ef",
    ));

  it("gives any source back for its own text", () => {
    const span = fc.tuple(fc.nat(40), fc.nat(10)).map(([start, length]) => ({ start, end: start + length }));
    const text = fc.string({ unit: fc.constantFrom("[", "]", "1", "2", "я", " ", "％"), maxLength: 40 });
    fc.assert(
      fc.property(text, fc.array(span), (given, all) => {
        const inside = all.map(({ start, end }) => ({
          start: Math.min(start, given.length),
          end: Math.min(end, given.length),
        }));
        const masked = mask(given, inside);
        // Brackets beside a mark can make another reading of it; then it is told, never wrong in silence.
        const back = masked.unmask(masked.text);
        assert.ok(back.text === given || !back.isWhole, JSON.stringify([given, inside, masked.text, back]));
      }),
      { numRuns: 3000 },
    );
  });
});
