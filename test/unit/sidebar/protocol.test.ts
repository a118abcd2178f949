import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import {
  LONGEST_INSTRUCTION,
  LONGEST_TEXT,
  parseChoices,
  parseHostMessage,
  parsePageMessage,
} from "../../../src/protocol.ts";
import { CHOICES, HOST_MESSAGES, PAGE_MESSAGES } from "./messages.ts";

const SIDES = [
  ["what the page sends", PAGE_MESSAGES, parsePageMessage],
  ["what the extension sends", HOST_MESSAGES, parseHostMessage],
] as const;

describe("P4: the messages between page and extension", () => {
  for (const [side, messages, parse] of SIDES) {
    describe(side, () => {
      for (const message of messages) {
        it(`${message.kind}: taken as it is`, () => assert.deepEqual(parse(structuredClone(message)), message));

        it(`${message.kind}: dropped with anything more, less or else in it`, () => {
          assert.equal(parse({ ...message, more: 1 }), undefined);
          assert.equal(parse({ ...message, kind: `${message.kind}s` }), undefined);
          for (const path of pathsOf(message)) {
            for (const wrong of [{}, [], -1, Number.NaN, () => {}, "x".repeat(1_000_001), { toString: () => "" }]) {
              assert.equal(parse(replaceAt(message, path, wrong)), undefined, `${path.join(".")} = ${typeof wrong}`);
            }
          }
        });
      }

      it("nothing else is taken, whatever it is, and nothing throws", () => {
        fc.assert(
          fc.property(fc.anything({ withBigInt: true, withNullPrototype: true, maxDepth: 4 }), (value) => {
            assert.equal(parse(value), undefined);
          }),
          { numRuns: 2000 },
        );
      });
    });
  }

  it("a text of the longest length goes through, and one longer doesn't", () => {
    const edit = (text: string, instruction = "") => parsePageMessage({ kind: "edit", revision: 1, text, instruction });
    assert.equal(edit("ß".repeat(LONGEST_TEXT))?.kind, "edit");
    assert.equal(edit("ß".repeat(LONGEST_TEXT + 1)), undefined);
    assert.equal(edit("", "ß".repeat(LONGEST_INSTRUCTION))?.kind, "edit");
    assert.equal(edit("", "ß".repeat(LONGEST_INSTRUCTION + 1)), undefined);
  });

  it("takes no language but the 24 and their variants, as they are spelled", () => {
    const parse = (language: unknown) => parsePageMessage({ kind: "setLanguage", language })?.kind;
    assert.deepEqual(["mt", "pt-PT", "en-IE"].map(parse), ["setLanguage", "setLanguage", "setLanguage"]);
    assert.deepEqual(["MT", "tr", "pt-BR", "__proto__", ""].map(parse), Array(5).fill(undefined));
  });

  it("keeps stored choices that are whole, and begins anew with any other", () => {
    assert.deepEqual(parseChoices(CHOICES), CHOICES);
    for (const stored of [undefined, null, "x", { ...CHOICES, to: "tr" }, { ...CHOICES, text: "secret" }]) {
      assert.deepEqual(parseChoices(stored), {
        task: "translate",
        formality: "auto",
        style: "clearer",
        form: "keyPoints",
      });
    }
  });
});

type Path = readonly (string | number)[];

/** Every place in a value but its kind, inner ones included. */
function pathsOf(value: unknown, at: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return at.length > 0 && at.at(-1) !== "kind" ? [at] : [];
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsOf(inner, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

function replaceAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  const inner = (value as Record<string | number, unknown>)[key];
  const replaced = replaceAt(inner, rest, replacement);
  return Array.isArray(value) ? value.with(Number(key), replaced) : { ...(value as object), [key]: replaced };
}
