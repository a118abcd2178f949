import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { LanguageCode } from "../../../src/core/languages.ts";
import { checkAnswer } from "../../../src/core/writing/checkAnswer.ts";
import type { Finding } from "../../../src/core/writing/finding.ts";
import type { Task } from "../../../src/core/writing/task.ts";

const TO_FI: Task = { kind: "translate", to: "fi", formality: "auto" };
const CORRECT: Task = { kind: "correct" };
const SHORTER: Task = { kind: "rewrite", style: "shorter" };
const CLEARER: Task = { kind: "rewrite", style: "clearer" };
const SUMMARY: Task = { kind: "summarize", form: "sentence" };

/** Texts of the tests that begin with a language's code in brackets are in that language; all others can't be told. */
const detectLanguage = async (text: string) => (/^\((..)\)/u.exec(text)?.[1] ?? undefined) as LanguageCode | undefined;
const LETTERS = `${"a".repeat(20)} ${"b".repeat(20)}`;

const check = (task: Task, source: string, answer: string) => checkAnswer({ task, source, answer, detectLanguage });

describe("checkAnswer (T14, T16)", () => {
  const cases: readonly (readonly [string, Task, string, string, readonly Finding[]])[] = [
    [
      "nothing to find",
      TO_FI,
      "Read **this** in 5 days: [here](http://a.eu).",
      "Lue **tämä** 5 päivässä: [tässä](http://a.eu).",
      [],
    ],
    ["numbers in another language's form", TO_FI, "It costs 1,234.50 euros", "Se maksaa 1 234,50 euroa", []],
    ["a changed number", TO_FI, "in 30 days", "31 päivässä", [{ kind: "numbers", missing: ["30"], added: ["31"] }]],
    [
      "a lost placeholder",
      TO_FI,
      "Hello {name}",
      "Hei nimi",
      [{ kind: "placeholders", missing: ["{name}"], added: [] }],
    ],
    [
      "a translated placeholder",
      TO_FI,
      "Takes {duration}",
      "Kestää {kesto}",
      [{ kind: "placeholders", missing: ["{duration}"], added: ["{kesto}"] }],
    ],
    [
      "a changed address",
      TO_FI,
      "See http://a.eu/en",
      "Katso http://a.eu/fi",
      [{ kind: "urls", missing: ["http://a.eu/en"], added: ["http://a.eu/fi"] }],
    ],
    [
      "changed code",
      TO_FI,
      "Run `npm start`",
      "Aja `npm aloita`",
      [{ kind: "code", missing: ["npm start"], added: ["npm aloita"] }],
    ],
    ["an added paragraph", TO_FI, "One.", "Yksi.\n\nKaksi.", [{ kind: "blocks" }]],
    ["a joined list", TO_FI, "- a\n- b", "- a ja b", [{ kind: "blocks" }]],
    ["the wrong language", TO_FI, LETTERS, `(et)${LETTERS}`, [{ kind: "language", expected: "fi", found: "et" }]],
    ["the language of a short text isn't asked", TO_FI, "ok", "(et) jah", []],
    [
      "a correction in another language",
      { kind: "correct", language: "hr" },
      `(hr)${LETTERS}`,
      `(sl)${LETTERS}`,
      [{ kind: "language", expected: "hr", found: "sl" }],
    ],
    [
      "a text that is far too long",
      TO_FI,
      "y ".repeat(40).trim(),
      `${"ääni ei ole sama kuin kuva ".repeat(2)}${[..."abcdefghijklmnopqrstuvwxyz"].map((letter) => `sana${letter}${letter}x`).join(" ")}`,
      [{ kind: "length", ratio: 261 / 79 }],
    ],
    ["a text that was cut in the middle", TO_FI, "Good morning to all of you and welcome", "Hyvää huomenta", []],
    [
      "a longer text that was cut in the middle",
      TO_FI,
      "Good morning to all of you and welcome to the house",
      "Hyvää huomenta kaikille",
      [{ kind: "length", ratio: 23 / 51 }],
    ],
    [
      "a sentence that was cut",
      TO_FI,
      "Good morning to all of you and welcome to the house.",
      "Hyvää huomenta kaikille ja terv",
      [{ kind: "length", ratio: 31 / 52 }],
    ],
    [
      "a short sentence that came to its end",
      TO_FI,
      "Good morning to all of you and welcome to the house.",
      "Hyvää huomenta, tervetuloa taloon.",
      [],
    ],
    [
      "an address that is there once more",
      TO_FI,
      "See [a page](./a.md) or [b](b).",
      "Katso [sivu](./a.md) (./a.md) tai [b](b) (b).",
      [{ kind: "urls", missing: [], added: ["./a.md"] }],
    ],
    [
      "a loop",
      TO_FI,
      "Good morning to all of you, and welcome to the house of the city",
      `Hyvää ${"huomenta kaikille ".repeat(8)}`.trim(),
      [{ kind: "repetition" }],
    ],
    [
      "informal address where formal was asked for",
      { kind: "translate", to: "fi", formality: "formal" },
      "Can you come?",
      "Voitko tulla?",
      [{ kind: "register", expected: "formal", words: ["Voitko"] }],
    ],
    [
      "a mixture of both",
      TO_FI,
      "Can you come with your dog?",
      "Voitteko tulla sinun koirasi kanssa?",
      [{ kind: "register", words: ["Voitteko", "sinun"] }],
    ],
    [
      "a correction that rewrites",
      CORRECT,
      "The house is very big and old.",
      "That enormous ancient building stands.",
      [{ kind: "rewritten", share: 25 / 28 }],
    ],
    ["a number that a summary puts otherwise", SUMMARY, "It costs 1,234.50", "Se maksaa 1 234,5, siis 1 234,5", []],
    [
      "a name that a summary invents",
      { ...SUMMARY, kind: "summarize", form: "sentence", to: "fi" },
      "The mayor met Anna.",
      "Pormestari tapasi Annan ja Kekkosen.",
      [{ kind: "names", missing: [], added: ["Kekkosen"] }],
    ],
    ["unchanged", TO_FI, "one two three", "one two three", [{ kind: "unchanged" }]],
    ["two words may stay", TO_FI, "Euroscribe Harbour", "Euroscribe Harbour", []],
    ["an address may stay", TO_FI, "https://one.two.eu/three/four", "https://one.two.eu/three/four", []],
    ["a correction may change nothing", CORRECT, "Kõik on hästi siin.", "Kõik on hästi siin.", []],
    [
      "a correction keeps numbers",
      CORRECT,
      "im Jahr 2024",
      "im Jahr 2025",
      [{ kind: "numbers", missing: ["2024"], added: ["2025"] }],
    ],
    ["a rewrite may drop a number", CLEARER, "from 5 to 5 people", "5 people", []],
    ["a rewrite invents none", CLEARER, "some people", "7 people", [{ kind: "numbers", missing: [], added: ["7"] }]],
    [
      "a rewrite loses no placeholder",
      CLEARER,
      "Dear {name}, hi",
      "Hi there",
      [{ kind: "placeholders", missing: ["{name}"], added: [] }],
    ],
    ["emphasis is the writer's means in a rewrite", CLEARER, "Read **this** now", "Read this now", []],
    ["a shorter one may", SHORTER, "Dear {name}, see http://a.eu", "Hi", []],
    ["a summary drops what it likes", SUMMARY, "In 2024 `x` cost 5 at http://a.eu.\n\nMore.", "x was cheap", []],
    [
      "a summary invents nothing",
      SUMMARY,
      "It was cheap",
      "It cost 5, see http://a.eu",
      [
        { kind: "urls", missing: [], added: ["http://a.eu"] },
        { kind: "numbers", missing: [], added: ["5"] },
      ],
    ],
  ];
  for (const [name, task, source, answer, expected] of cases) {
    it(name, async () => assert.deepEqual(await check(task, source, answer), expected));
  }
});
