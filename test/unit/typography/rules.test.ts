import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { LanguageCode } from "../../../src/core/languages.ts";
import { typeset } from "../../../src/core/typography/typeset.ts";
import { RULE_IDS, type RuleId } from "../../../src/core/typography/typographyRule.ts";

type Case = readonly [language: LanguageCode, text: string, expected: string];

/** Spaces that don't break are written as ⍽, and narrow ones as ⎵. */
const CASES: Readonly<Record<RuleId, readonly Case[]>> = {
  straightQuotes: [
    ["bg", 'Каза "добър ден" и излезе.', "Каза „добър ден“ и излезе."],
    ["cs", 'Řekl „to je "ono" zase“.', "Řekl „to je ‚ono‘ zase“."],
    ["da", 'Hun sagde "hej".', "Hun sagde »hej«."],
    ["de", 'Er sagte: "Hallo!" ("Guten Tag")', "Er sagte: „Hallo!“ („Guten Tag“)"],
    ["el", 'Είπε "καλημέρα".', "Είπε «καλημέρα»."],
    ["en", '"Yes", she said.', "“Yes”, she said."],
    ["es", 'Dijo "hola".', "Dijo «hola»."],
    ["et", 'Ta ütles "tere".', "Ta ütles „tere“."],
    ["fi", 'Hän sanoi "hei".', "Hän sanoi ”hei”."],
    ["fr", 'Il dit "bonjour".', "Il dit «⍽bonjour⍽»."],
    ["ga", 'Dúirt sé "dia duit".', "Dúirt sé “dia duit”."],
    ["hr", 'Rekao je "dobar dan".', "Rekao je „dobar dan”."],
    ["hu", 'Azt mondta: "jó napot".', "Azt mondta: „jó napot”."],
    ["it", 'Disse "buongiorno".', "Disse «buongiorno»."],
    ["lt", 'Jis tarė "labas".', "Jis tarė „labas“."],
    ["lv", 'Viņš teica "labdien".', "Viņš teica “labdien”."],
    ["mt", 'Qal "bonġu".', "Qal “bonġu”."],
    ["nl", 'Hij zei "dag".', "Hij zei “dag”."],
    ["pl", 'Powiedział "dzień dobry".', "Powiedział „dzień dobry”."],
    ["pt", 'Disse "bom dia".', "Disse «bom dia»."],
    ["ro", 'A zis "bună ziua".', "A zis „bună ziua”."],
    ["sk", 'Povedal "dobrý deň".', "Povedal „dobrý deň“."],
    ["sl", 'Rekel je "dober dan".', "Rekel je „dober dan“."],
    ["sv", 'Hon sade "hej".', "Hon sade ”hej”."],
    ["de", 'Der 5"-Rahmen ist "neu".', 'Der 5"-Rahmen ist "neu".'],
    // What a keyboard closed keeps its opening mark, where the language has it.
    ["lv", 'SIA „ZAAO" un „Daibe".', "SIA „ZAAO” un „Daibe”."],
    ["de", 'Er sagte „ja" und “nein".', "Er sagte „ja“ und „nein“."],
  ],
  foreignQuotes: [
    ["de", "Er sagte “Hallo” und ging.", "Er sagte „Hallo“ und ging."],
    ["de", "Er sagte »Hallo« und „Ade“.", "Er sagte »Hallo« und „Ade“."],
    ["de", "Er sagte „Hallo” und ging.", "Er sagte „Hallo“ und ging."],
    ["fr", "Il dit „bonjour“ hier.", "Il dit «⍽bonjour⍽» hier."],
    ["pl", "Rzekł “tak” i wyszedł.", "Rzekł „tak” i wyszedł."],
    ["sv", "Hon sade „hej“ och gick.", "Hon sade ”hej” och gick."],
    ["en", "She said „yes“ twice.", "She said “yes” twice."],
    ["de", "Das Attribut »nofollow» fehlt.", "Das Attribut »nofollow« fehlt."],
    ["de", 'Er sagte "ja" und “nein”.', "Er sagte „ja“ und „nein“."],
  ],
  quoteSpace: [
    ["fr", "a dit » puis « b", "a dit⍽» puis «⍽b"],
    ["fr", "Il dit «bonjour» et « au revoir ».", "Il dit «⍽bonjour⍽» et «⍽au revoir⍽»."],
    ["fr", "Il dit «⎵bonjour⎵» hier.", "Il dit «⎵bonjour⎵» hier."],
    ["es", "Dijo « hola » ayer.", "Dijo «hola» ayer."],
    ["de", "Er sagte « ja ».", "Er sagte « ja »."],
  ],
  highSpace: [
    ["fr", "Vraiment? Oui! Voici ; et voilà : rien", "Vraiment⎵? Oui⎵! Voici⎵; et voilà⍽: rien"],
    ["fr", "Vraiment⍽? Oui⎵! À 10:30, voir http://a.eu :", "Vraiment⍽? Oui⎵! À 10:30, voir http://a.eu⍽:"],
    ["fr", "**Note**: le reste `a?`", "**Note**⍽: le reste `a?`"],
    ["it", "Davvero? Sì! Ecco; e: niente", "Davvero? Sì! Ecco; e: niente"],
  ],
  spaceBeforeMark: [
    ["de", "Wirklich ? Ja , sicher .", "Wirklich? Ja, sicher."],
    ["fr", "Oui , bien sûr .", "Oui, bien sûr."],
    ["fi", "Hyvää joulua :) ja .NET", "Hyvää joulua :) ja .NET"],
    ["fi", "HYVÄÄ JOULUA : ) Nähdään", "HYVÄÄ JOULUA : ) Nähdään"],
    ["el", "Τα επιθέματα : kB, MB", "Τα επιθέματα: kB, MB"],
    // Marks that the text speaks of.
    ["es", "los que comienzan con . se ocultan", "los que comienzan con . se ocultan"],
    ["de", "als + oder ? hinzufügen , wie gesagt", "als + oder ? hinzufügen , wie gesagt"],
    ["hr", "IZRAZ je istinit ! IZRAZ je lažan", "IZRAZ je istinit ! IZRAZ je lažan"],
    ["it", "Una o , può seguire", "Una o , può seguire"],
    ["pl", "for (( a ; b )) ; do lista ; done", "for (( a ; b )) ; do lista ; done"],
    ["fr", "lancé par . ou par source", "lancé par . ou par source"],
  ],
  apostrophe: [
    ["en", "It isn't Anna's.", "It isn’t Anna’s."],
    ["fr", "L'eau d'hier", "L’eau d’hier"],
    ["ga", "D'iarratas", "D’iarratas"],
    ["mt", "ta' l-aħwa u ma' xulxin", "ta’ l-aħwa u ma’ xulxin"],
    ["it", "un po' d'acqua", "un po’ d’acqua"],
    ["en", "the 'old' one of the dogs' owners", "the 'old' one of the dogs' owners"],
  ],
  ellipsis: [
    ["pl", "No więc... tak...", "No więc… tak…"],
    ["en", "Run foo(...args), ../path and 1....", "Run foo(...args), ../path and 1...."],
  ],
  dash: [
    ["hu", "Igen - mondta - jó.", "Igen – mondta – jó."],
    ["sl", "Da -- je rekel.", "Da – je rekel."],
    ["es", "Sí - dijo.", "Sí - dijo."],
    ["de", "- Punkt eins\n- 5 - 3 und Ein- und Ausgang", "- Punkt eins\n- 5 - 3 und Ein- und Ausgang"],
  ],
  decimalMark: [
    ["de", "Um 3.5 % und 2.25 GB", "Um 3,5⍽% und 2,25 GB"],
    ["en", "By 3,5 % of it", "By 3.5 % of it"],
    ["es", "El 3.5% y el 3,5%", "El 3.5% y el 3,5%"],
    ["da", "Version 3.5 fra 3.5.2026, afsnit 2.25", "Version 3.5 fra 3.5.2026, afsnit 2.25"],
  ],
  groupMark: [
    ["nl", "Er zijn 1,234,567 mensen", "Er zijn 1.234.567 mensen"],
    ["lt", "Iš viso 1,234,567.89 eurų", "Iš viso 1⍽234⍽567,89 eurų"],
    ["de", "Die Liste 1,234 bleibt", "Die Liste 1,234 bleibt"],
    ["en", "There are 1,234,567", "There are 1,234,567"],
  ],
  groupSpace: [
    ["sk", "Stojí 12 500 € ročne", "Stojí 12⍽500 € ročne"],
    ["fr", "Soit 1 250 000 EUR en 2010", "Soit 1⎵250⎵000 EUR en 2010"],
    ["pl", "W roku 2010 300 osób", "W roku 2010 300 osób"],
  ],
  percentSpace: [
    ["sv", "Det är 10% eller 20 %", "Det är 10⍽% eller 20⍽%"],
    ["cs", "Je to 10 % a 10% roztok", "Je to 10⍽% a 10% roztok"],
    ["de", "eine 100%ige %s-Lösung", "eine 100%ige %s-Lösung"],
    ["ga", "10 % agus 20%", "10 % agus 20%"],
  ],
  daySpace: [
    ["de", "am 1.Januar 2026", "am 1.⍽Januar 2026"],
    ["fi", "6.joulukuuta", "6.⍽joulukuuta"],
    ["de", "die Datei 1.Teil", "die Datei 1.Teil"],
  ],
  ordinal: [["fr", "la 1ère fois, le 2ème jour et le 3e", "la 1re fois, le 2e jour et le 3e"]],
};

const shown = (text: string) => text.replaceAll("\u00a0", "⍽").replaceAll("\u202f", "⎵");
const hidden = (text: string) => text.replaceAll("⍽", "\u00a0").replaceAll("⎵", "\u202f");

describe("typography rules", () => {
  for (const rule of RULE_IDS) {
    for (const [language, text, expected] of CASES[rule]) {
      it(`${rule} in ${language}: ${text}`, async () => {
        assert.equal(shown(await typeset(hidden(text), { language, markup: "markdown" })), expected);
      });
    }

    it(`${rule} is what does it`, async () => {
      const cases = CASES[rule].filter(([, text, expected]) => text !== expected);
      const results = cases.map(([language, text]) =>
        typeset(hidden(text), { language, markup: "markdown", without: [rule] }),
      );
      for (const [index, result] of (await Promise.all(results)).entries()) {
        assert.notEqual(shown(result), cases[index]?.[2], cases[index]?.[1]);
      }
      assert.ok(cases.length > 0);
    });
  }
});
