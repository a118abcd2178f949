import type { LanguageCode } from "../../languages.ts";

/** What a style asks of a language beyond what it asks of all: in English, with the language's own words in place. */
export interface LanguageGuidance {
  /** What the language calls plain language, and what makes its sentences hard to read. */
  readonly plain: string;
  /** How the language speaks of people whose gender doesn't matter, by its own means. */
  readonly genderNeutral: string;
}

/**
 * Plain language follows the European Commission's "How to write clearly" (ten hints, in the official languages), and
 * the guide that is named in the line; where there is none, "Information for all" by Inclusion Europe (ISBN
 * 2-87460-110-1), whose standards are the same in every language. Gender-neutral language follows the European
 * Parliament's guidelines of 2018 ("Gender-neutral language in the European Parliament"), which have a part for each:
 * Estonian, Finnish and Hungarian, which have no grammatical gender, need hardly more than other titles.
 */
export const GUIDANCE: Readonly<Record<LanguageCode, LanguageGuidance>> = {
  // Inclusion Europe, Information for all
  bg: {
    plain: "ясен език: verbs instead of nouns in -не and -ние, no reflexive passive with „се“, no chains of „на“",
    genderNeutral: "collective nouns (персонал, население) and plurals; both forms (граждани и гражданки) only once",
  },
  // Kancelář veřejného ochránce práv, Jak psát srozumitelné úřední texty (2022): ochrance.cz/srozumitelne
  cs: {
    plain: "srozumitelná čeština: verbs instead of nouns in -ní, no reflexive passive, no chains of genitives",
    genderNeutral:
      "names of offices and groups (vedení, personál, osoby) and plurals; both forms only where a person is meant",
  },
  // Dansk Sprognævn og Digitaliseringsstyrelsen, klart sprog
  da: {
    plain:
      "klart sprog: verbs instead of nouns in -ing and -else, active verbs instead of -s passives, the main thing first",
    genderNeutral: "neutral titles (formand → forperson, -mand → leder, medarbejder), plurals, „de“ or „vedkommende“",
  },
  // DIN 8581-1:2024-05, Einfache Sprache; what Leichte Sprache asks beyond that, such as no genitive at all, is not part of it
  de: {
    plain:
      "Einfache Sprache: no nominal style, no chains of genitives, hardly any subjunctive, long compounds resolved, main clauses, no brackets",
    genderNeutral:
      "neutral nouns and participles (Lehrkraft, Studierende, Leitung) or both forms; no asterisk, colon or capital within a word",
  },
  // Inclusion Europe, Information for all
  el: {
    plain: "απλή γλώσσα: no learned forms, verbs instead of nouns in -ση, active voice, no chains of genitives",
    genderNeutral: "collective nouns (προσωπικό, διεύθυνση), „το άτομο“, and the article in both genders only once",
  },
  // National Adult Literacy Agency, Plain English Guidelines
  en: {
    plain: "plain English: address the reader as you, verbs instead of nouns in -tion, no Latin, no double negatives",
    genderNeutral: 'singular "they", "chair" instead of "chairman", "people" instead of "men"; no "he/she"',
  },
  // Ministerio de Política Territorial, lenguaje claro; UNE 153101, lectura fácil
  es: {
    plain:
      "lenguaje claro: no gerunds in a row, no passive with «ser», no nouns in -ción where a verb does, subject and verb first",
    genderNeutral:
      "collective and abstract nouns (la ciudadanía, el personal, la dirección), «quien», «las personas»; no -e, -x or @",
  },
  // Eesti Keele Instituut, selge keel
  et: {
    plain:
      "selge keel: verbs instead of nouns in -mine, no des- and mata-constructions in a row, no piled-up genitives",
    genderNeutral: "titles without -mees and -naine (esimees → juht, eesistuja)",
  },
  // Kotimaisten kielten keskus, selkeä virkakieli; Selkokeskus
  fi: {
    plain:
      "selkeä virkakieli: clauses instead of participle constructions (lauseenvastike), no long compounds, the doer named",
    genderNeutral: "titles without -mies (esimies → esihenkilö, puhemies → puhetta johtava)",
  },
  // Inclusion Europe et Unapei, FALC; DITP, langage clair
  fr: {
    plain:
      "langage clair: subject, verb, object; no passive, no subjunctive imperfect, verbs instead of nouns in -tion, no « ledit »",
    genderNeutral:
      "épicènes and collective nouns (le personnel, la direction, les membres), « les droits humains »; no middle dot",
  },
  // Breacadh, Cuir Tú Féin In Iúl! Úsáid Gaeilge Shoiléir (2006)
  ga: {
    plain:
      "Gaeilge shoiléir: verbs instead of verbal nouns in a row, the autonomous form only where the doer doesn't matter, no chains of genitives",
    genderNeutral:
      "„duine“ and „daoine“ instead of „fear“, titles without -fhear (cathaoirleach), „siad“ or the plural",
  },
  // Inclusion Europe, Information for all
  hr: {
    plain: "jasan jezik: verbs instead of nouns in -nje, active verbs, no chains of genitives",
    genderNeutral: "collective nouns (osoblje, vodstvo), „osoba“, plurals; both forms only once",
  },
  // Igazságügyi Minisztérium, közérthető fogalmazás
  hu: {
    plain:
      "közérthető: verbs instead of nouns in -ás/-és with „kerül“ or „történik“, no chains of possessives, no participles in a row",
    genderNeutral: "titles without -nő and -férfi (óvónő → óvodapedagógus, szóvivő)",
  },
  // Dipartimento della Funzione pubblica, Manuale di stile, and the directive of 8 May 2002 on the language of administrative texts
  it: {
    plain:
      "italiano chiaro: no gerunds and participles in a row, active verbs, no nouns in -zione where a verb does, no «suddetto»",
    genderNeutral:
      "collective and abstract nouns (il personale, la direzione, la cittadinanza), «chi», «le persone»; no asterisk or schwa",
  },
  // Neįgaliųjų reikalų departamentas, Lengvai suprantama kalba, Teksto reikalavimai: ndt.lt/lengvai-suprantama-kalba/teisine-baze
  lt: {
    plain:
      "aiški kalba: short sentences of a clear build, said affirmatively, the reader addressed, no abbreviations and no brackets, verbs instead of nouns in -imas/-ymas, no half-participles in a row",
    genderNeutral: "collective nouns (personalas, vadovybė), „asmuo“, „žmonės“; both forms only once",
  },
  // Vieglās valodas aģentūra
  lv: {
    plain: "vienkārša valoda: verbs instead of nouns in -šana, no participles in a row, the doer named",
    genderNeutral: "collective nouns (personāls, vadība), „persona“, „cilvēki“; both forms only once",
  },
  // Inclusion Europe, Information for all
  mt: {
    plain:
      "Malti ċar: verbs instead of verbal nouns, Maltese words instead of Italian and English ones where both are usual, active verbs",
    genderNeutral: "„persuna“, „persuni“, „persunal“, „iċ-chair“; plurals, which have no gender",
  },
  // Taalunie en Direct Duidelijk, taalniveau B1
  nl: {
    plain:
      "duidelijke taal, level B1: no tangconstructies, no naamwoordstijl, active verbs instead of „worden“, the reader addressed",
    genderNeutral:
      "neutral titles (leerkracht, voorzitter), plurals, „die“ and „hen“; no -ster and -in where it doesn't matter",
  },
  // Uniwersytet Wrocławski i Rada Języka Polskiego, prosta polszczyzna
  pl: {
    plain:
      "prosta polszczyzna: verbs instead of nouns in -nie and -cie, no forms in -no and -to, no participles in a row, no „niniejszy“",
    genderNeutral: "„osoba“, „osoby“, collective nouns (kadra, kierownictwo); both forms only once",
  },
  // Agência para a Modernização Administrativa, linguagem clara
  pt: {
    plain: "linguagem clara: no gerunds in a row, active verbs, no nouns in -ção where a verb does, no mesoclisis",
    genderNeutral: "collective and abstract nouns (o pessoal, a direção, a população), «quem», «as pessoas»; no @ or x",
  },
  // Inclusion Europe, Information for all
  ro: {
    plain:
      "limbaj clar: verbs instead of long infinitives in -re, no reflexive passive with „se“, no gerunds in a row, no chains of genitives",
    genderNeutral: "„persoană“, „persoane“, collective nouns (personalul, conducerea); both forms only once",
  },
  // Inclusion Europe, Information for all
  sk: {
    plain: "zrozumiteľná slovenčina: verbs instead of nouns in -nie, no reflexive passive, no chains of genitives",
    genderNeutral: "„osoba“, „osoby“, collective nouns (personál, vedenie); both forms only once",
  },
  // Zavod Risa, lahko branje; Vlada RS, jasen jezik
  sl: {
    plain: "razumljiv jezik: verbs instead of nouns in -nje, active verbs, no chains of genitives, the doer named",
    genderNeutral: "„oseba“, „osebje“, „vodstvo“, plurals; both forms only once, no underscore",
  },
  // Språkrådet (Isof), Myndigheternas skrivregler (2014), and Klarspråkshjälpen: isof.se/stod-och-sprakrad/spraktjanster/klarsprakshjalpen
  sv: {
    plain:
      "klarspråk: verbs instead of nouns in -ning and -ande, no s-passive where the doer matters, the reader addressed as du",
    genderNeutral: "titles without -man (riksdagsledamot, ombud), „hen“ or „den“, plurals",
  },
};
