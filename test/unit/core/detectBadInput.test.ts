import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { createLanguageDetector } from "../../../src/core/detection/detectLanguage.ts";
import { LANGUAGE_CODES } from "../../../src/core/languages.ts";
import { anyText } from "../../support/anyText.ts";
import { SENTENCES } from "../../support/sentences.ts";

const detect = createLanguageDetector();

const FRENCH = "Nous avons bien reçu votre demande et nous vous répondrons dès que la commune l’aura traitée.";
const GERMAN = "Wir haben Ihren Antrag erhalten und melden uns, sobald die Gemeinde ihn bearbeitet hat.";

/** What isn't a text in one of the 24, or hardly shows that it is. */
const CASES: readonly (readonly [title: string, text: string, expected: string | undefined])[] = [
  ["nothing", "", undefined],
  ["blanks", " \n\t\u00a0\n", undefined],
  ["one word", "Bundesrepublik", undefined],
  ["a name that many languages have", "Maria Anna Martina", undefined],
  ["a name with a small word in it", "Ludwig van Beethoven", undefined],
  ["a few small words", "stejné jako výše", "cs"],
  ["digits and marks", "12 345,67 · 3:4 — 99 %!", undefined],
  ["emoji", "🎉🎉 👍🏽 ❤️ 👨‍👩‍👧‍👦 🇪🇺 ".repeat(20), undefined],
  ["emoji in a sentence", `🎉 ${FRENCH} 👍🏽❤️`, "fr"],
  ["capitals", FRENCH.toUpperCase(), "fr"],
  ["Greek capitals", "ΛΑΒΑΜΕ ΤΗΝ ΑΙΤΗΣΗ ΣΑΣ ΚΑΙ ΘΑ ΕΠΙΚΟΙΝΩΝΗΣΟΥΜΕ", "el"],
  ["a quotation from right to left", `${GERMAN} „כל בני אדם נולדו בני חורין ושווים“`, "de"],
  ["two languages", `${FRENCH}\n\n${GERMAN}`, undefined],
  ["two languages, sentence by sentence", `${FRENCH} ${GERMAN} `.repeat(20), undefined],
  ["a quoted sentence in a longer text", `${`${GERMAN} `.repeat(6)}\n> ${FRENCH}`, "de"],
  [
    "Greek in Latin letters",
    "Lavame tin aitisi sas kai tha epikoinonisoume mazi sas molis exetastei apo ton dimo.",
    undefined,
  ],
  [
    "Greek in Latin letters, which looks like Lithuanian",
    "Ola ta paidia exoun dikaioma se dorean ekpaidefsi.",
    undefined,
  ],
  [
    "Greek in Latin letters, by their shape",
    "Kaueis den mporei na einai dhlwmenos gia th douleia twn allwn.",
    undefined,
  ],
  [
    "Bulgarian in Latin letters",
    "Komisiyata publikuva nasoki za zashtita na lichnite danni vav vsyaka darzhava chlenka na sayuza.",
    undefined,
  ],
  [
    "Bulgarian in Latin letters, which looks like Slovenian",
    "Vsichki hora se razhdat svobodni i ravni po prava.",
    undefined,
  ],
  [
    "Bulgarian in Latin letters, which looks like Polish",
    "Wsqko dete ima prawo da uchi bezplatno w rodnata si dyrjawa.",
    undefined,
  ],
  [
    "Romanian with the cedillas of old files",
    "Toate fiinţele umane se nasc libere şi egale în demnitate şi în drepturi, înzestrate cu raţiune şi conştiinţă.",
    "ro",
  ],
  ["Russian", "Мы получили ваше заявление и свяжемся с вами, как только оно будет рассмотрено.", undefined],
  ["Ukrainian", "Ми отримали вашу заяву і зв’яжемося з вами, щойно її буде розглянуто громадою.", undefined],
  ["Turkish", "Başvurunuzu aldık ve belediye tarafından işlenir işlenmez sizinle iletişime geçeceğiz.", undefined],
  ["Luxembourgish", "Eis Ufro ass ukomm, a mir mellen eis, soubal d’Gemeng se traitéiert huet.", undefined],
  ["Crioulo of Guinea-Bissau", "Tudu pecadur tem diritu di sta dianti di nogós pública", undefined],
  ["Tetum", "Povu nia hakarak hanesan nasaun ida nia rin; povu tomak", undefined],
  ["too few words to tell Slovak from Czech", "že je nutné, aby", undefined],
  ["Hungarian letters alone", "őűőűőűőűőűőűőűőűőűőűőűőűőűőűőű", undefined],
  ["Chinese", "我们已经收到您的申请，一旦市政府处理完毕，我们将尽快与您联系。请您耐心等待。", undefined],
  ["code", "for (const item of items) {\n  total += item.price * item.count;\n}\nreturn total;", undefined],
  [
    "code with comments",
    "// Wir rechnen die Summe aller Posten aus, die noch nicht bezahlt sind.\nfor (const item of items) {\n  total += item.price; // der Preis ohne Steuer, wie er auf der Rechnung steht\n}",
    "de",
  ],
  [
    "a paragraph about code",
    'Der Befehl cat zeigt mit print(text) den Inhalt (siehe stdout(3)); der Name kommt von "concatenate": alle Dateien, die als Argumente genannt sind, werden aneinandergehängt und ausgegeben.',
    "de",
  ],
  [
    "code on one long line",
    'const a = list.map((one) => one.name); return a.length === 0 ? "none" : a.join(", "); '.repeat(4),
    undefined,
  ],
  [
    "options",
    "-a, --attributes-only kopeeri ainult atribuudid, mitte andmeid --no-dereference --preserve=links -S, --suffix=SUFIKS määra uus järelliide",
    "et",
  ],
  [
    "names in quotation marks",
    "FÄLTLISTA är en lista med kolumner. Giltiga fältnamn är: ”source”, ”fstype”, ”itotal”, ”iused”, ”iavail”, ”ipcent”, ”size”, ”used”, ”avail”, ”pcent” och ”file”.",
    "sv",
  ],
  [
    "formats of a program",
    "%h viidete arv %i ikirje number %m haakepunkt %n faili nimi %N jutumärkides faili nimi %o bloki suurus %s kogumaht, baitides %r seadme tüüp",
    "et",
  ],
  ["a share and a word", "50 %der Anträge, 20 % der Bescheide und 5 % aller Einsprüche", "de"],
  [
    "Portuguese about files, which Galician messages are about as well",
    "Sequências de formato válidas para sistemas de ficheiros: blocos livres disponíveis para o utilizador e total de blocos",
    "pt",
  ],
  [
    "Portuguese that a Galician message could be, word by word",
    "AVISO: estrutura de pastas circular. Isto significa que o sistema de ficheiros está corrompido. A pasta pertence ao ciclo.",
    "pt",
  ],
  [
    "Portuguese of which a piece is nearer to Galician",
    "Resume o uso do disco pelos nomes de ficheiro terminados por NUL especificados no ficheiro; se o ficheiro for -, lê os nomes da entrada padrão. Imprime tamanhos de forma legível; lista informação de uso em vez do uso de blocos.",
    "pt",
  ],
  ["Portuguese words that Galician has as well", "Especifica o utilizador e o grupo a usar.", "pt"],
  ["Danish that is nearly Norwegian", "Ingen må underkastes tortur eller grusom, umenneskelig", "da"],
  ["Danish about files, which Norwegian is near to", "Skjul ikke filer som begynder med et punktum.", "da"],
  ["a fence in a text", `${FRENCH}\n\n\`\`\`js\nconst value = getTheValueOf(thing);\n\`\`\`\n`, "fr"],
  ["addresses", "https://example.eu/this/is/the/way/to/the/page and@example.eu /usr/share/doc/some/thing", undefined],
];

describe("detectLanguage of what is hard to tell", () => {
  for (const [title, text, expected] of CASES) {
    it(title, async () => {
      assert.equal(await detect(text), expected);
    });
  }

  it("takes capitals, without the accents that Greek capitals lose, and is unsure of one word", async () => {
    for (const language of LANGUAGE_CODES) {
      const sentence = SENTENCES[language];
      const capitals = sentence.toLocaleUpperCase(language);
      assert.equal(await detect(capitals), language, capitals);
      if (language === "el") assert.ok(!/[ΆΈΉΊΌΎΏ]/u.test(capitals));
      for (const word of sentence.match(/\p{L}+/gu) ?? []) assert.equal(await detect(word), undefined, word);
    }
  });

  it("reads a long text by samples", async () => {
    const pages = `${FRENCH} `.repeat(2200);
    assert.ok(pages.length > 200_000);
    assert.equal(await detect(pages), "fr");
  });

  it("takes 200 KB of any mark", async () => {
    for (const unit of [
      "`",
      "~",
      "a",
      "é",
      "a-",
      "--",
      "a.",
      "a/",
      "{",
      "<",
      "'",
      "a=",
      "%",
      "\\",
      "[",
      "(",
      "x\n",
      "🎉",
    ]) {
      assert.equal(await detect(unit.repeat(200_000 / unit.length)), undefined, unit);
    }
  });

  it("takes any text", async () => {
    await fc.assert(
      fc.asyncProperty(anyText({ maxLength: 300 }), async (text) => {
        await detect(text);
      }),
    );
  });
});
