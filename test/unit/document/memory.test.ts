import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { abstractUrls } from "../../../src/core/memory/abstractUrls.ts";
import { hashText } from "../../../src/core/memory/hashText.ts";
import { createMemory, type TranslationMemory } from "../../../src/core/memory/translationMemory.ts";
import { translateBy } from "../../support/documents/run.ts";

const stamps = { model: "m", prompt: 1 };

describe("the translation memory", () => {
  it("prefers the same context, and else has the latest", async () => {
    const memory = createMemory();
    await memory.store({ unit: "u", context: "1" }, { source: "a", target: "á", stamps });
    await memory.store({ unit: "u", context: "2" }, { source: "a", target: "ä", stamps });
    const find = async (context: string) => {
      const match = await memory.find({ unit: "u", context });
      return match && [match.kind, match.entry.target];
    };
    assert.deepEqual(await find("1"), ["context", "á"]);
    assert.deepEqual(await find("3"), ["exact", "ä"]);
    assert.equal(await memory.find({ unit: "x", context: "1" }), undefined);
  });

  it("knows a text by what it says, not by what its links point to", () => {
    const before = abstractUrls('See [a](b.md "T") and https://c.eu/x, [a](b.md "T").');
    assert.equal(before.text, "See [a]\ufffc0\ufffc and \ufffc1\ufffc [a]\ufffc0\ufffc.");
    const target = before.abstract('Voir https://c.eu/x, [á](b.md "T").');
    const now = abstractUrls("See [a](new.md) and https://d.eu/y, [a](new.md).");
    assert.equal(now.text, before.text);
    assert.equal(now.fill(target), "Voir https://d.eu/y, [á](new.md).");
  });

  it("isn't believed: what it has for another text under the same key isn't taken", async () => {
    const entry = { source: "Other words here", target: "Autres mots ici", stamps };
    const colliding: TranslationMemory = { find: async () => ({ kind: "exact", entry }), store: async () => {} };
    const document = { text: "Some words here\n", format: "markdown" } as const;
    const { text, counts } = await translateBy(document, () => "Quelques mots ici", { memory: colliding });
    assert.deepEqual([text, counts.memory], ["Quelques mots ici\n", 0]);
  });

  it("isn't believed: what it has is checked as an answer is", async () => {
    const poisoned: TranslationMemory = {
      find: async () => ({
        kind: "exact",
        entry: { source: "Words with `code` here", target: "Mots sans rien", stamps },
      }),
      store: async () => {},
    };
    const { text, counts } = await translateBy(
      { text: "Words with `code` here\n", format: "markdown" },
      () => "Mots avec `code` ici",
      { memory: poisoned },
    );
    assert.deepEqual([text, counts.memory], ["Mots avec `code` ici\n", 0]);
  });

  it("keeps languages and formality apart", async () => {
    const memory = createMemory();
    const document = { text: "Some words here\n", format: "markdown" } as const;
    let asked = 0;
    const answer = () => {
      asked += 1;
      return `Mots ${"abcdef".charAt(asked)}`;
    };
    const task = { kind: "translate", from: "en", to: "fr", formality: "auto" } as const;
    for (const one of [task, { ...task, to: "mt" } as const, { ...task, formality: "formal" } as const, task]) {
      await translateBy(document, answer, { memory, task: one, detectLanguage: async () => undefined });
    }
    assert.equal(asked, 3);
  });

  it("hashes a text always the same way, and another text otherwise", () => {
    assert.equal(hashText("слово"), hashText("слово"));
    assert.equal(new Set(Array.from({ length: 5000 }, (_, index) => hashText(`szó ${index}`))).size, 5000);
    assert.match(hashText(""), /^[\da-f]{28}$/u);
  });
});
