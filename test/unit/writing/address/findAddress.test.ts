import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { LANGUAGE_CODES, type LanguageCode } from "../../../../src/core/languages.ts";
import { ADDRESS_FORMS } from "../../../../src/core/writing/address/addressForms.ts";
import { findAddress } from "../../../../src/core/writing/address/findAddress.ts";

/** Of each language: a sentence to somebody formally, the same informally, and one that only looks like either. */
const SENTENCES: Partial<Readonly<Record<LanguageCode, readonly [formal: string, informal: string, none: string]>>> = {
  bg: [
    "Моля, изпратете Вашия формуляр.",
    "Моля те, изпрати твоя формуляр.",
    "Те сякаш имат клавиш и афиш, а ние нямаме.",
  ],
  cs: ["Pošlete nám prosím vaši žádost.", "Kdy můžeš poslat žádost?", "Ty formuláře jsou spíš na ti stránce, i guláš."],
  da: ["Vi sender Deres ansøgning.", "Send din ansøgning.", "De danske forslag; af De Radikale."],
  de: [
    "Bitte senden Sie uns Ihren Antrag.",
    "Schick uns bitte deinen Antrag.",
    "Sie ist da. Ihr Antrag liegt bei ihr, sie weiß es.",
  ],
  el: ["Στείλτε την αίτησή σας.", "Στείλε την αίτησή σου.", "Οι λέξεις και οι αποφάσεις σε αυτό, είτε όχι."],
  es: ["Envíe usted la solicitud.", "Envía tu solicitud.", "Su solicitud está en su mesa; el té se enfría."],
  et: ["Palun saatke Teie avaldus.", "Palun saada sinu avaldus.", "Teised saadavad avalduse teel, SA nimel."],
  fi: ["Voitteko lähettää hakemuksen?", "Voitko lähettää sinun hakemuksesi?", "He lähettivät hakemukset."],
  fr: [
    "Envoyez votre demande.",
    "Envoie ta demande.",
    "A-t-il pris rendez-vous ? Le ton est donné, ils ont assez de nez.",
  ],
  hr: ["Pošaljite nam vaš zahtjev.", "Pošalji nam tvoj zahtjev.", "Ti ljudi te te žene štite okoliš, i nogometaš."],
  hu: ["Kérjük, küldje el az Ön kérelmét.", "Elküldheti neked a kérelmet.", "Az önkormányzat ön-értékelése."],
  it: ["Le chiediamo se Lei ha firmato.", "Invia la tua domanda.", "Lei è partita. Sei persone e la sua casa."],
  lt: ["Atsiųskite Jūsų prašymą.", "Atsiųsk savo prašymą, jei tau patogu.", "Jie atsiuntė prašymą."],
  lv: ["Lūdzu, atsūtiet Jūsu pieteikumu.", "Lūdzu, atsūti tavu pieteikumu.", "Viņi atsūtīja pieteikumu."],
  nl: ["Stuur ons uw aanvraag.", "Stuur ons je aanvraag.", "Om 9 u. en 10 u, in u-vorm; hij jouwt niet."],
  pl: [
    "Czy może nam Pan wysłać wniosek?",
    "Czy możesz wysłać twój wniosek?",
    "Państwa członkowskie i Pan Kowalski; u tych państw jest klawisz, ci ludzie.",
  ],
  pt: ["Pedimos que a senhora envie o pedido.", "Envia o teu pedido.", "O senhor Silva enviou medidas precisas."],
  ro: ["Trimiteți cererea dumneavoastră.", "Trimite cererea ta, îți mulțumim.", "Ei au trimis cererea lor."],
  sk: ["Pošlite nám prosím vašu žiadosť.", "Pošli nám prosím tvoju žiadosť.", "Tie formuláre sú na tej stránke."],
  sl: [
    "Pošljite nam vaš obrazec.",
    "Pošlji nam tvoj obrazec.",
    "Ti ljudje in te ženske s starišem, tovariš in bogataš.",
  ],
  sv: ["Kan ni skicka ansökan?", "Kan du skicka din ansökan?", "Han skickar sin ansökan till henne."],
};

describe("findAddress", () => {
  it("takes abbreviations for what they stand for, and what lies between two ways for neither", () => {
    assert.deepEqual(findAddress("Si tiene Vd. dudas, o las tienen Uds., llame.", "es").formal, ["Vd", "Uds"]);
    assert.deepEqual(findAddress("Dumneata alegi fișierul.", "ro"), { formal: [], informal: [] });
  });

  it("knows the address of every language that has two, with its source", () => {
    const without: readonly LanguageCode[] = ["en", "ga", "mt"];
    assert.deepEqual(
      LANGUAGE_CODES.filter((code) => !ADDRESS_FORMS[code]),
      without,
    );
    assert.ok(Object.values(ADDRESS_FORMS).every(({ source }) => source.includes(":")));
    assert.deepEqual(Object.keys(SENTENCES).toSorted(), Object.keys(ADDRESS_FORMS).toSorted());
    for (const code of without) assert.deepEqual(findAddress("You, tú, sibh, int, intom.", code), NONE);
  });

  for (const [language, sentences] of Object.entries(SENTENCES)) {
    it(`${language}: tells formal from informal, and neither from what looks like it`, () => {
      const code = language as LanguageCode;
      const kinds = sentences.map((sentence) => {
        const { formal, informal } = findAddress(sentence, code);
        return [formal.length > 0, informal.length > 0];
      });
      assert.deepEqual(kinds, [
        [true, false],
        [false, true],
        [false, false],
      ]);
    });
  }

  for (const [name, text, language] of [
    ["what others say", 'Er sagte: „Kommst du?“ und »Hast du Zeit?«, sie "dein Hund".', "de"],
    ["a Swedish quotation", "Hon sade: ”Har du tid?”", "sv"],
    ["code", "Es heißt `du -h` und:\n\n```sh\ndu dir\n```\n\nund https://du.example/dein.", "de"],
    ["an open fence", "~~~\ndu und dein", "de"],
    ["an address", "Schreib an du@example.eu, siehe du.de und /usr/bin/du.", "de"],
    ["all capitals", "SIE UND DU UND IHR HUND", "de"],
    ["abbreviations", "TE, OS y TU", "es"],
  ] as const) {
    it(`isn't concerned with ${name}`, () => assert.deepEqual(findAddress(text, language), NONE));
  }

  it("takes 200 KB of quotation marks and fences in its stride", () => {
    for (const piece of ["„", "»", '"', "```\n", "~~~", "Sie du ", "😀", "ﬀ\u0301"]) {
      const { formal, informal } = findAddress(piece.repeat(200_000 / piece.length), "de");
      assert.ok(formal.length + informal.length <= 2);
    }
  });
});

const NONE = { formal: [], informal: [] };
