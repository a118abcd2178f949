import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { LanguageCode } from "../../../src/core/languages.ts";
import { runTask } from "../../../src/core/writing/runTask.ts";
import { FORMS, STYLES, type Task } from "../../../src/core/writing/task.ts";
import { fakeModel } from "../../support/fakeModel.ts";

const LETTER = "Sehr geehrte Frau Müller, wir haben Ihren Antrag 4711 erhalten. ";
const INPUTS: Readonly<Record<string, string>> = {
  "one word": "Ħobż",
  "one letter": "é",
  emoji: "👩‍👩‍👧‍👦 🇲🇹 👍🏽 #️⃣",
  "all capitals": "ΑΥΤΟ ΕΙΝΑΙ ΕΝΑ ΚΕΙΜΕΝΟ. THIS IS A TEXT, UND SIE UND DU AUCH.",
  "mixed languages": "Bonjour, sagte er, and then: „Ciao!“ Ωραία. Благодаря.",
  "code with comments": "// Добър ден\nconst x = 1; /* Καλημέρα */\n",
  "right-to-left quotations": "Er sagte: «שלום עולם» und مرحبا.",
  "Latin-script Greek": "Kalimera, ti kaneis simera?",
  "Latin-script Bulgarian": "Zdravei, kak si dnes?",
  "marks alone": "—…!?„“«»",
  "blanks inside": "a\u00a0b\u202fc\u2009d\te",
  "lone surrogates": "a\ud83d b \udc4d c",
  "200 KB of prose": LETTER.repeat(3200),
  "200 KB of one word": "x".repeat(200_000),
  "200 KB of quotation marks": "„".repeat(100_000) + "\n".repeat(100_000) + "x",
};
const LANGUAGES: readonly LanguageCode[] = ["de", "el", "ga"];
const TASKS: readonly Task[] = LANGUAGES.flatMap((language): readonly Task[] => [
  { kind: "translate", to: language, formality: "formal" },
  { kind: "correct", language },
  ...STYLES.map((style): Task => ({ kind: "rewrite", style, language, instruction: "Kurz." })),
  ...FORMS.map((form): Task => ({ kind: "summarize", form, to: language, length: 20 })),
]);

/** One of each kind: long texts take their time. */
const FEW = TASKS.filter(({ kind }, index) => TASKS.findIndex((task) => task.kind === kind) === index);

const signal = new AbortController().signal;
const detectLanguage = async () => undefined;

describe("bad input", () => {
  for (const [name, text] of Object.entries(INPUTS)) {
    it(`${name}: comes back as it was from a model that echoes, in every task`, async function () {
      this.timeout(60_000);
      const tasks = text.length > 10_000 ? FEW : TASKS;
      for (const task of tasks) {
        const result = await runTask({ task, text, model: fakeModel((sent) => sent), detectLanguage, signal });
        const expected = task.kind === "summarize" ? text.trim() : text;
        assert.equal(result.text, expected, JSON.stringify(task));
      }
    });

    it(`${name}: is survived with any answer`, async function () {
      this.timeout(60_000);
      const answers = [
        "x",
        "Ihr du Sie Ihnen euch",
        LETTER.repeat(50),
        "👍",
        "- a\n- b 77\n- Kekkonen",
        "ΑΒΓ ".repeat(500),
      ];
      for (const task of FEW) {
        for (const answer of text.length > 10_000 ? answers.slice(1, 3) : answers) {
          const result = await runTask({ task, text, model: fakeModel(() => answer), detectLanguage, signal });
          assert.ok(result.text.length > 0);
        }
      }
    });
  }
});
