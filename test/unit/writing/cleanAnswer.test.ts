import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { cleanAnswer } from "../../../src/core/writing/cleanAnswer.ts";

describe("cleanAnswer", () => {
  describe("T16: what a model puts around its result goes", () => {
    const announcements = [
      "Here is the translation:",
      "Sure! Here's the corrected text:",
      "Voici la traduction :",
      "Hier ist die Übersetzung:",
      "Aquí está la traducción:",
      "Ecco la traduzione:",
      "Aqui está a tradução:",
      "Hier is de vertaling:",
      "Oto tłumaczenie:",
      "Zde je překlad:",
      "Tu je preklad:",
      "Evo prijevoda:",
      "Tukaj je prevod:",
      "Íme a fordítás:",
      "Iată traducerea:",
      "Ето превода:",
      "Ορίστε η μετάφραση:",
      "Tässä on käännös:",
      "Siin on tõlge:",
      "Šeit ir tulkojums:",
      "Štai vertimas:",
      "Her er oversættelsen:",
      "Här är översättningen:",
      "Seo an t-aistriúchán:",
      "Hawn hi t-traduzzjoni:",
      "**Translation:**",
      "Corrected text:",
      "Přeložený text:",
      "### Translation",
      "**Résumé**",
    ];
    for (const line of announcements) {
      it(line, () => assert.equal(cleanAnswer(`${line}\n\nDobrý den.`, "Good day."), "Dobrý den."));
    }

    for (const [name, answer, source, expected] of [
      ["a label on the same line", "Traduction : Bonjour.", "Good day.", "Bonjour."],
      ["a sentence before it on the same line", "Bien sûr ! Voici la traduction : Bonjour.", "Good day.", "Bonjour."],
      ["a fence", "```markdown\nΓεια σας\n```", "Hello", "Γεια σας"],
      ["a fence and an announcement", "Here is the translation:\n\n```\nTere\n```", "Hello", "Tere"],
      ["reasoning", "<think>\nHmm. Maltese.\n</think>\n\nBonġu", "Good morning", "Bonġu"],
      ["tokens", "Bonjour<|im_end|>", "Hello", "Bonjour"],
      ["a conversation that went on", "Bonjour<|im_end|>\n<|im_start|>user\nMore", "Hello", "Bonjour"],
      ["straight quotes", '"Moi"', "Hi", "Moi"],
      ["guillemets", "«Γεια»", "Hi", "Γεια"],
      ["German quotes", "„Hallo“", "Hi", "Hallo"],
      ["Swedish quotes", "”Hej”", "Hi", "Hej"],
      ["a closing remark", "Dzień dobry.\n\nNote: I kept the tone.", "Good day.", "Dzień dobry."],
      ["a remark in bold below a rule", "Labas.\n\n---\n\n**Pastaba:** tono nekeičiau.", "Hello.", "Labas."],
      ["remarks as a list", "Hello.\n\n**Changes made:**\n\n1. One\n2. Two", "Helo.", "Hello."],
      ["carriage returns", "a\r\nb", "a\nb", "a\nb"],
    ] as const) {
      it(name, () => assert.equal(cleanAnswer(answer, source), expected));
    }

    for (const head of [
      "Забележка",
      "Vysvětlení",
      "Bemærk",
      "Anmerkung",
      "Σημείωση",
      "Nota",
      "Märkus",
      "Huomautus",
      "Explication",
      "Nóta",
      "Napomena",
      "Megjegyzés",
      "Pastaba",
      "Piezīme",
      "Opmerking",
      "Uwaga",
      "Observação",
      "Notă",
      "Poznámka",
      "Opomba",
      "Anmärkning",
    ]) {
      it(`a closing remark: ${head}`, () => assert.equal(cleanAnswer(`Ok.\n\n${head}: x`, "Ok"), "Ok."));
    }

    it("a heading and a remark around a summary of more paragraphs", () => {
      const answer = "## Summary\n\n- one\n- two\n\nLet me know if you need more.";
      const source = "# Report\n\none one\n\ntwo two\n\nthree three\n\nfour\n\nfive\n\nsix\n\nseven";
      assert.equal(cleanAnswer(answer, source, { isOwnText: true }), "- one\n- two");
    });
  });

  describe("and stays where the source has it", () => {
    for (const [name, answer, source] of [
      ["a line that ends in a colon", "Voici la traduction :\n\n- un", "Here is the translation:\n\n- one"],
      ["a label", "Traduction : Bonjour", "Translation: Hello"],
      ["a fence", "```\nkoodi\n```", "```\ncode\n```"],
      ["quotes", "„Ja“", '"Yes"'],
      ["quotes at one end", "Hän sanoi ”kyllä”", 'He said "yes"'],
      ["reasoning in the text", "<think>a</think> b", "<think>a</think> b"],
      ["tokens in the text", "Das Token <|im_end|> beendet.", "The token <|im_end|> ends."],
      ["a note at the end", "a\n\nHinweis: b", "a\n\nNote: b"],
      [
        "a beginning that only looks like an announcement",
        "Voici ce qui change :\n\n- un",
        "Here is what changes\n\n- one",
      ],
      ["a sentence with a colon that announces nothing", "Il est formel : non.\n\nFin.", "He is firm: no.\n\nEnd."],
      [
        "a letter's own last sentence, in a paragraph of its own",
        "Hi Anna,\n\nThe report is attached.\n\nLet me know if you have questions.",
        "Hi Anna, the report is attached. Let me know if you have questions.",
      ],
      [
        "what a letter ends with",
        "Cher A,\n\nle voici.\n\nJ'espère avoir de vos nouvelles.",
        "Dear A, here it is. I hope to hear from you.",
      ],
      ["a title of a summary", "Résumé de la réunion :\n\nNous y étions.", "Summary of the meeting\n\nWe met."],
      ["a heading of a summary", "# Résumé\n\nNous y étions.", "# Abstract\n\nWe met."],
      ["a rule at the end", "a\n\n---", "b\n\n---"],
      ["two quotations", "„Ja“ und „nein“", "Yes and no"],
    ] as const) {
      it(name, () => assert.equal(cleanAnswer(answer, source), answer));
    }
  });

  describe("T13: what is hidden goes, unless the source has it", () => {
    for (const [name, answer, source, expected] of [
      ["NUL and C0", "a\u0000b\u0007c\u0008d\u001b", "abcd", "abcd"],
      ["C1", "a\u0085b\u0090c", "abc", "abc"],
      ["ANSI colours", "\u001b[31mrosso\u001b[0m", "red", "rosso"],
      ["OSC 8 keeps its text", "\u001b]8;;http://evil.example\u001b\\ħelu\u001b]8;;\u001b\\", "sweet", "ħelu"],
      ["OSC 52", "\u001b]52;c;aGk=\u0007ok", "ok!", "ok"],
      ["bidi overrides and isolates", "a\u202eb\u202c\u2066c\u2069", "abc!", "abc"],
      ["zero-width", "a\u200bb\u200cc\u200dd\ufeffe\u2060f", "abcdef!", "abcdef"],
      ["tags", "hi\u{e0041}\u{e0042}\u{e007f}", "hej", "hi"],
      ["private use", "a\ue000b\u{f0000}c", "abc!", "abc"],
      ["line and paragraph separators", "a\u2028b\u2029c", "abc!", "abc"],
      ["variation selectors that vary nothing", "a\ufe0fb\ufe00c\u{e0101}", "abc!", "abc"],
      ["fillers and joiners", "a\u034fb\u17b4c\ufffcd", "abcd!", "abcd"],
      ["lone surrogates", "a\ud800b", "ab!", "ab"],
    ] as const) {
      it(`${name}: removed`, () => assert.equal(cleanAnswer(answer, source), expected));
      it(`${name}: kept`, () => assert.equal(cleanAnswer(answer, answer), answer.trim()));
    }

    for (const [name, text] of [
      ["tab and newline", "a\tb\nc"],
      ["NBSP and NNBSP", "10\u00a0%, oui\u202f!"],
      ["soft hyphen", "Donau\u00addampf"],
      ["emoji with joiners", "👩‍👩‍👧 und 🏳️‍🌈 👍🏽"],
      ["the flag of Wales", "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}"],
      ["combining marks", "e\u0301 ş ģ"],
      ["keycaps and text style", "1\ufe0f\u20e3 ☎\ufe0e ❤\ufe0f"],
    ] as const) {
      it(`${name}: kept though the source has none`, () => assert.equal(cleanAnswer(text, "other"), text));
    }
  });

  it("T13: what holds an emoji of the source together is no leave to hide it elsewhere", () => {
    const wales = "🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}";
    assert.equal(cleanAnswer(`a\u200db\u{e0067} ${wales} 👩‍👧`, `${wales} 👩‍👧`), `ab ${wales} 👩‍👧`);
  });

  describe("T16: takes no longer for what is made to take long", () => {
    for (const [name, answer] of [
      ["thinking over and over", "<think></think>".repeat(20_000)],
      ["tokens alone", "<|im_end|>\n".repeat(20_000)],
      ["remarks over and over", "Note: a\n\n".repeat(20_000)],
      ["labels over and over", "Translation: ".repeat(20_000)],
      ["fences over and over", `${"```\n".repeat(20_000)}a`],
      ["terminals' commands that never end", "\u001b]".repeat(100_000)],
    ] as const) {
      it(name, () => assert.ok(cleanAnswer(answer, "source").length <= answer.length)).timeout(2000);
    }
  });

  it("leaves an answer that equals its source, whatever that is, and is idempotent", () => {
    const piece = fc.constantFrom(
      "a",
      "ж",
      " ",
      "\n",
      "`",
      "```\n",
      '"',
      "“",
      "”",
      "<think>",
      "</think>",
      ":",
      "Translation:",
      "Note: ",
      "\u200b",
      "\u001b[1m",
      "<|im_end|>",
      "😀",
      "\u202e",
      "„",
      "«",
      "»",
      "Voici la traduction :\n",
    );
    const text = fc.array(piece).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, (source) => {
        const trimmed = source.trim();
        assert.equal(cleanAnswer(trimmed, trimmed), trimmed);
      }),
      { numRuns: 5000 },
    );
    fc.assert(
      fc.property(text, text, (answer, source) => {
        const once = cleanAnswer(answer, source);
        assert.equal(cleanAnswer(once, source), once);
      }),
      { numRuns: 5000 },
    );
  });
});
