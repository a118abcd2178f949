import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LANGUAGE_CODES } from "../../../../src/core/languages.ts";
import { findPassages } from "../../../../src/core/writing/summary/findPassages.ts";
import { readArticles } from "../../../support/udhr.ts";

const pairs = (source: string, summary: string) =>
  findPassages(source, summary).map(({ point, source: passage }) => [
    summary.slice(point.start, point.end),
    source.slice(passage.start, passage.end),
  ]);

describe("findPassages", () => {
  it("finds the sentence behind each point, and none where nothing is behind it", () => {
    const source =
      "# Bericht\r\n\r\nDie Bibliothek öffnet um 9:30 Uhr. Leser dürfen 5 Bücher ausleihen.\r\n\r\n- Das Café schließt im August.\r\n";
    const summary =
      "- 5 Bücher je Leser\n- Geschlossen: Café im August\n- Völlig anderes Thema: das Wetter im Norden\n";
    assert.deepEqual(pairs(source, summary), [
      ["5 Bücher je Leser", "Leser dürfen 5 Bücher ausleihen."],
      ["Geschlossen: Café im August", "Das Café schließt im August."],
    ]);
  });

  it("holds on to numbers and names where the languages differ", () => {
    const source = "Le maire ouvre la séance. En 2019, Maria Kowalska a reçu 4500 voix. La séance est levée.";
    assert.deepEqual(pairs(source, "Maria Kowalska won 4500 votes in 2019."), [
      ["Maria Kowalska won 4500 votes in 2019.", "En 2019, Maria Kowalska a reçu 4500 voix."],
    ]);
  });

  for (const code of LANGUAGE_CODES) {
    it(`${code}: leads each paragraph's beginning back to the paragraph`, () => {
      const paragraphs = readArticles(code).filter((text) => text.length > 120);
      const source = paragraphs.join("\n\n");
      const points = paragraphs.map((text) => text.split(/\s+/u).slice(0, 12).join(" "));
      const summary = points.map((text) => `- ${text.replace(/[.!?;]+/gu, ",")}`).join("\n");
      const starts = paragraphs.map((text) => source.indexOf(text));
      const found = findPassages(source, summary);
      const right = found.filter(({ point, source: passage }) => {
        const line = summary.slice(0, point.start).split("\n").length - 1;
        const start = starts[line] ?? 0;
        return passage.start >= start && passage.start < start + (paragraphs[line]?.length ?? 0);
      });
      assert.ok(right.length >= points.length * 0.9, `${right.length} of ${points.length}`);
    });
  }

  it("takes 200 KB and texts without a word", () => {
    assert.deepEqual(pairs("😀".repeat(50_000), "😀 😀"), []);
    assert.equal(findPassages("Sliem għalik sieħbi. ".repeat(10_000), "Sliem għalik sieħbi").length, 1);
    assert.deepEqual(pairs("", ""), []);
  });
});
