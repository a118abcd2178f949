import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LANGUAGE_CODES } from "../../../../src/core/languages.ts";
import { checkAddress } from "../../../../src/core/writing/address/checkAddress.ts";
import { describeAddress } from "../../../../src/core/writing/address/describeAddress.ts";
import { describeFault } from "../../../../src/core/writing/describeFault.ts";
import type { Task } from "../../../../src/core/writing/task.ts";

const to = (language: "de" | "fr" | "fi" | "en", formality: "auto" | "formal" | "informal", from?: "nl"): Task => ({
  kind: "translate",
  to: language,
  formality,
  ...(from && { from }),
});
const MIXED = "Senden Sie Ihren Antrag, wenn Sie können, und vergiss dein Passwort nicht.";

describe("checkAddress", () => {
  const cases: readonly (readonly [string, Task, string, readonly unknown[]])[] = [
    ["formal as asked", to("de", "formal"), "Senden Sie es.", []],
    ["informal where formal was asked", to("de", "formal"), "Schick uns deinen Antrag.", ["formal", "deinen"]],
    ["a mixture where formal was asked", to("de", "formal"), MIXED, ["formal", "dein"]],
    ["formal where informal was asked", to("de", "informal"), "Wir bitten Sie darum.", ["informal", "Sie"]],
    ["a plural beside the informal singular", to("fr", "informal"), "Tu viens ? Vous venez tous ?", []],
    ["formal alone where informal was asked", to("fr", "informal"), "Vous venez ?", ["informal", "Vous"]],
    ["either way where nothing was asked", to("de", "auto"), "Schick uns deinen Antrag.", []],
    ["a mixture where nothing was asked", to("de", "auto"), MIXED, [undefined, "Sie", "Ihren", "dein"]],
    ["nobody addressed", to("fi", "formal"), "Kirjasto on auki.", []],
    ["a language with one address", to("en", "formal"), "Do you?", []],
    ["a rewrite in formal style", { kind: "rewrite", style: "formal", language: "de" }, "Komm du.", ["formal", "du"]],
    ["a rewrite in another style", { kind: "rewrite", style: "clearer", language: "de" }, "Komm du.", []],
    ["a language that isn't known", { kind: "correct" }, MIXED, []],
  ];
  for (const [name, task, answer, expected] of cases) {
    it(name, () => {
      const found = checkAddress({ task, source: "x", answer });
      assert.deepEqual(
        found.flatMap(({ expected: asked, words }) => [asked, ...words]),
        expected,
      );
    });
  }

  it("lets a mixture be where the text has it", () => {
    assert.deepEqual(checkAddress({ task: { kind: "correct", language: "de" }, source: MIXED, answer: MIXED }), []);
    const source = "Kunt u komen, en neem je je hond mee?";
    assert.deepEqual(checkAddress({ task: to("de", "auto", "nl"), source, answer: MIXED }), []);
  });

  it("is told to the model that is asked again", () => {
    assert.match(
      describeFault(checkAddress({ task: to("de", "formal"), source: "x", answer: "Wie geht es dir, du?" })),
      /it did not address the reader formally: dir du\. Avoid/u,
    );
    assert.match(
      describeFault(checkAddress({ task: to("de", "auto"), source: "x", answer: MIXED })),
      /mixed formal and informal address: Sie Ihren dein\./u,
    );
  });
});

describe("describeAddress", () => {
  it("names both addresses where the language has them, and a tone where it hasn't", () => {
    for (const code of LANGUAGE_CODES) {
      const [formal, informal] = [describeAddress(code, "formal"), describeAddress(code, "informal")];
      assert.ok(formal && informal && formal !== informal && describeAddress(code, "auto") === undefined);
      assert.equal(/"/u.test(formal), !["en", "ga", "mt"].includes(code), formal);
    }
    assert.equal(
      describeAddress("pl", "formal"),
      'Address the reader formally ("Pan/Pani, Państwo"), not informally ("ty, twój").',
    );
    assert.equal(describeAddress("en-IE", "informal"), "Use an informal tone.");
  });
});
