import type { LanguageCode } from "../../languages.ts";

/**
 * How a language addresses its reader. The word lists are alternatives of a regular expression, and hold only what
 * can hardly be anything else: Czech "ty" and Croatian "ti" are pronouns, but far more often "those".
 */
export interface AddressForms {
  /** The pronouns as a model is told them: formal first. */
  readonly pronouns: readonly [formal: string, informal: string];
  /** Words that address formally, in any case. Where they are the plural's as well, that stands in `isPlural`. */
  readonly formal?: string;
  /** Words that address formally only as they are written here, within a sentence: with a capital, before no name. */
  readonly formalCapitals?: string;
  /** Words that address informally, in any case. */
  readonly informal: string;
  /** Endings of verbs that address informally, in small letters; with the words that end so and are no verbs. */
  readonly informalEndings?: readonly [endings: string, except: string];
  /** Formal address is the plural as well: beside an informal singular it may be meant for several. */
  readonly isPlural?: true;
  /** How documents address their reader where nothing says otherwise; missing where guides disagree. */
  readonly inDocuments?: "formal" | "informal";
  /**
   * The dictionary or guide that describes the forms, with its entry; with an address where the entry was read there,
   * the others are named from knowledge.
   */
  readonly source: string;
}

/** English, Irish and Maltese are missing: their pronouns tell one reader from several, and not how they are met. */
export const ADDRESS_FORMS: Partial<Readonly<Record<LanguageCode, AddressForms>>> = {
  bg: {
    pronouns: ["Вие, Ваш", "ти, твой"],
    formal: "вие|вас|вам|ваш(?:ия(?:т)?|ата?|ето?|ите?)?|можете|искате|желаете|трябвате|изберете|натиснете|въведете",
    informal: "теб(?:е)?|тво(?:й|я(?:та|т)?|е(?:то)?|и(?:те)?)",
    informalEndings: ["еш|иш|аш", "сякаш|клавиш|финиш|фетиш|бакшиш|хашиш|афиш|флаш|флеш|краш|гулаш"],
    isPlural: true,
    source: "Институт за български език (БАН), Официален правописен речник (2012), т. 49.1: ibl.bas.bg/ezikovispravki",
  },
  cs: {
    pronouns: ["vy, váš", "ty, tvůj"],
    formal:
      "vy|vás|vám|vámi|váš|vaš(?:e|i|í|eho|emu|em|ich|im|imi)|můžete|musíte|chcete|máte|jste|klikněte|vyberte|zadejte|použijte",
    informal: "tebe|tobě|tě|tebou|tobou|tvůj|tvoj(?:e|i|í)|tv(?:á|é|ého|ému|ém|ých|ým|ými|ou)",
    informalEndings: ["eš|íš|áš", "(?:nej)?spíš|guláš|mariáš"],
    isPlural: true,
    inDocuments: "formal",
    source:
      "Ústav pro jazyk český AV ČR, Internetová jazyková příručka: vykání; documents: mozilla-l10n/styleguides, docs/cs/general.md",
  },
  da: {
    pronouns: ["De, Deres", "du, din"],
    formalCapitals: "(?:De|Dem|Deres)(?! \\p{Lu})",
    informal: "du|dig|din|dit|dine",
    inDocuments: "informal",
    source:
      "Dansk Sprognævn, Retskrivningsordbogen: De, du; documents: Microsoft, Danish Localization Style Guide, „du“",
  },
  de: {
    pronouns: ["Sie, Ihr", "du, dein"],
    formalCapitals: "Sie|Ihnen|Ihr|Ihre|Ihrem|Ihren|Ihrer|Ihres",
    informal: "du|dich|dir|dein(?:e[mnrs]?)?|euch|eure[mnrs]?",
    source:
      "Rat für deutsche Rechtschreibung, Amtliches Regelwerk, § 65 und 66; guides for documents disagree (Mozilla: Sie, GitLab and WordPress: du)",
  },
  el: {
    pronouns: ["εσείς, σας", "εσύ, σου"],
    formal: "εσείς|εσάς|σας|μπορείτε|θέλετε|έχετε|είστε|επιλέξτε|πατήστε|εισαγάγετε|χρησιμοποιήστε",
    informal: "εσύ|εσένα|σου|μπορείς|θέλεις|έχεις|είσαι|ξέρεις",
    isPlural: true,
    inDocuments: "formal",
    source:
      "ΙΕΛ (ILSP) in EAGLES, Morphosyntactic Annotation: ilc.cnr.it/EAGLES96/morphsyn/node414.html; documents: Localization Lab, Greek: wiki.localizationlab.org/index.php?title=Greek: usually the formal plural",
  },
  es: {
    pronouns: ["usted, su", "tú, tu"],
    formal: "usted|ustedes|[uv]ds?(?=\\.)",
    informal: "tú|ti|contigo|te|tus?|tuy[oa]s?|vosotr[oa]s|os|vuestr[oa]s?|puedes|debes|tienes|quieres|necesitas|eres",
    source:
      "RAE y ASALE, Diccionario panhispánico de dudas: usted, tuteo: rae.es/dpd/usted; guides for documents disagree",
  },
  et: {
    pronouns: ["teie, Teie", "sina, sinu"],
    formal: "teie|teid|teile|teil|teilt|teiega|teisse|saate|peate|soovite|olete|valige|klõpsake|sisestage",
    informal: "sina|sa|sinu|sind|sulle|sul|sult|sinul|sinule|sinuga|sinult|sinust|oled",
    isPlural: true,
    source:
      "R. Pajusalu (Tartu Ülikool) in ERR Novaator, Kas tohib sinatada või peab teietama?: novaator.err.ee/257159; ERR, Asesõnade suur või väike algustäht: menu.err.ee/1609279005: a capital in letters to one person alone",
  },
  fi: {
    pronouns: ["te, teidän", "sinä, sinun"],
    formal:
      "te|teidän|teitä|teille|teillä|teiltä|teistä|teihin|teidät|(?:voitte|haluatte|olette|tarvitsette)(?:ko)?|valitkaa|napsauttakaa",
    informal: "sinä|sinun|sinua|sinulle|sinulla|sinulta|sinut|sinusta|sinuun|(?:voit|haluat|olet|tarvitset)(?:ko)?",
    isPlural: true,
    source:
      "Kotimaisten kielten keskus, Kielitoimiston ohjepankki, Miten viitata tekstin vastaanottajaan?: kielitoimistonohjepankki.fi/vk/sopiva-savy-toimivat-ohjeet-ja-kysymykset/miten-viitata-tekstin-vastaanottajaan; Kielikello 3/2016: kielikello.fi/muistatteko-vai-oletteko-unohtanut: the second person plural for one, endings -si or -nne",
  },
  fr: {
    pronouns: ["vous, votre", "tu, ton"],
    formal: "(?<!rendez-)vous|votre|vos|vôtres?|pouvez|devez|avez|voulez|êtes|cliquez|choisissez|saisissez|utilisez",
    informal: "tu|te|toi|tes|ta|t(?=['’]\\p{L})|tiens?(?= pas)|peux-tu",
    isPlural: true,
    inDocuments: "formal",
    source:
      "Académie française, Dictionnaire: vous, vouvoyer, tutoyer; documents: mozilla-l10n/styleguides, docs/fr/mozilla_marketing.md, « vouvoiement »",
  },
  hr: {
    pronouns: ["vi, vaš", "ti, tvoj"],
    formal:
      "vas|vam|vama|vaš(?:a|e|i|ega|eg|em|emu|oj|om|u|ih|im|ima)?|možete|morate|želite|imate|kliknite|odaberite|unesite",
    formalCapitals: "Vi",
    informal: "tebe|tebi|tobom|tvoj(?:a|e|i|ega|eg|em|emu|oj|om|u|ih|im|ima)?",
    informalEndings: ["eš|iš|aš", "okoliš|skijaš|nogometaš|košarkaš|rukometaš|odbojkaš|bogataš|gulaš"],
    isPlural: true,
    source:
      "Institut za hrvatski jezik, Hrvatski pravopis, Riječi iz poštovanja i počasti: pravopis.hr/pravilo/21: a capital for one person who is meant, none in instructions",
  },
  hu: {
    pronouns: ["Ön, az Ön …", "te, a te …"],
    formal: "ön(?!-)|önnek|önnel|önök|önöknek|önöket|önökkel|önhöz|önre|öntől|önről|önért",
    formalCapitals: "Önt",
    informal: "te|téged|neked|veled|tőled|rólad|hozzád|nálad|benned|érted(?= )|titeket|nektek|tudsz|akarsz|szeretnél",
    source:
      "L. Molnár Csikós, A tegezés és a magázás: fokusz.info/index.php?cid=1163529137&aid=1547760134: the third person with ön or maga; J. Raátz (MTA Nyelvtudományi Intézet) in Infostart, Kikopik a nyelvünkből a magázódás?: infostart.hu/belfold/2017/01/29/kikopik-a-nyelvunkbol-a-magazodas",
  },
  it: {
    pronouns: ["Lei, Suo", "tu, tuo"],
    formalCapitals: "Lei|Suoi?|Sue",
    informal: "tu|te|ti|tuo|tua|tuoi|tue|puoi|devi|vuoi",
    source:
      "Treccani, Enciclopedia dell’Italiano: pronomi allocutivi; Accademia della Crusca, consulenza linguistica: Tu, lei, voi",
  },
  lt: {
    pronouns: ["Jūs, Jūsų", "tu, tavo"],
    formal: "jūs|jus|jums|jūsų|jumis|galite|turite|norite|privalote|pasirinkite|spustelėkite|įveskite",
    informal: "tu|tau|tave|tavo|tavimi|tavęs|tavyje",
    isPlural: true,
    source:
      "A. Ivanauskaitė, I. Hilbig (Vilniaus universitetas), Lietuvių kalbos mandagumo vienaskaitos ir daugiskaitos vartosena, Taikomoji kalbotyra 19 (2023): journals.vu.lt/taikomojikalbotyra/article/download/32032/32080; Neįgaliųjų reikalų departamentas: ndt.lt/lengvai-suprantama-kalba/teisine-baze: „Jūs“ or „Tu“, by a text's style",
  },
  lv: {
    pronouns: ["Jūs, Jūsu", "tu, tavs"],
    formal: "jūs|jums|jūsu|jūsos|varat|vēlaties|esat|izvēlieties|ievadiet|noklikšķiniet",
    informal: "tu|tev|tevi|tevis|tevī|tavs|tava|tavu|tavā|tavas|tavi|tavam|tavai|tavus|tavām|tavos|tavās",
    isPlural: true,
    source: "Latviešu valodas aģentūra, Valodas konsultācijas: valodaskonsultacijas.lv/lv/questions/96 and 964",
  },
  nl: {
    pronouns: ["u, uw", "je, jouw"],
    formal: "(?<!\\d\\s?)u(?![-.])|uw|uzelf",
    informal: "je|jij|jou|jouw|jezelf|jullie",
    source:
      "Vlaamse overheid, Team Taaladvies, je, jij / jullie / u: vlaanderen.be/taaladvies/je-jij-jullie-u: u of one and of several, never beside je in one text",
  },
  pl: {
    pronouns: ["Pan/Pani, Państwo", "ty, twój"],
    formalCapitals: "(?:Pan(?:a|u|em|i|ią)?|Państw[oau]|Państwem)(?! \\p{Lu})",
    informal: "ty|ciebie|cię|tobie|tobą|twój|twoj(?:a|e|ego|emu|ej|ą|ę|ich|im|imi)|twoim|twych|jesteś",
    informalEndings: ["asz|esz|isz|ysz", "klawisz|towarzysz|afisz"],
    source:
      "J. Bralczyk, Mówi się (PWN), Kiedy ty, kiedy pan?: libra.ibuk.pl/reader/mowi-sie-porady-jezykowe-profesora-bralczyka-jerzy-bralczyk-232477/23: the third person with pan",
  },
  pt: {
    pronouns: ["o senhor/a senhora, or the third person", "tu, teu"],
    formal: "você|vocês",
    formalCapitals: "(?:o senhor|a senhora|os senhores|as senhoras)(?! \\p{Lu})",
    informal: "tu|ti|contigo|te|teus?|tuas?|podes|deves|tens|queres",
    source:
      "ISCTE-IUL e SLP, Ciberdúvidas da Língua Portuguesa: ciberduvidas.iscte-iul.pt/consultorio/perguntas/tu-voce-o-senhor-a-senhora/2683",
  },
  ro: {
    pronouns: ["dumneavoastră", "tu, tău"],
    formal: "dumneavoastră|dvs|dv(?=\\.)",
    informal: "tu|tine|ție|îți|ți(?=-)|te|tău|tăi|tale|ești",
    source:
      "Academia Română, DOOM și DEX: dumneavoastră; „dumneata“, with the verb of tu, lies between: Gramatica limbii române, pronumele de politețe",
  },
  sk: {
    pronouns: ["vy, váš", "ty, tvoj"],
    formal:
      "vy|vás|vám|vami|váš|vaš(?:a|e|i|u|ej|ou|ich|im|imi|om|ho)|vášho|môžete|musíte|chcete|máte|kliknite|vyberte|zadajte|použite",
    informal: "teba|tebe|tebou|ťa|tvoj(?:a|e|i|ho|mu|om|ej|u|ou|ich|im|imi)?",
    informalEndings: ["eš|íš|áš", "guláš|mariáš"],
    isPlural: true,
    source:
      "Jazykovedný ústav Ľ. Štúra SAV, Pravidlá slovenského pravopisu, s. 75: jazykovaporadna.sme.sk/q/5454: capitals in letters alone",
  },
  sl: {
    pronouns: ["vi, vaš", "ti, tvoj"],
    formal:
      "vi|vas|vam|vami|vaš(?:a|e|i|ega|emu|em|o|ih|im|imi)?|morate|želite|imate|kliknite|izberite|vnesite|uporabite",
    informal: "tebe|tebi|teboj|tabo|tvoj(?:a|e|i|ega|emu|em|o|ih|im|imi)?",
    informalEndings: ["eš|iš|aš", "stariš|tovariš|bogataš|nogometaš|košarkaš|rokometaš|odbojkaš"],
    isPlural: true,
    source: "ZRC SAZU, Slovenski pravopis, § 110–114 in 156: svetovalnica.zrc-sazu.si/topic/3607",
  },
  sv: {
    pronouns: ["Ni, Er", "du, din"],
    formal: "ni|ert",
    formalCapitals: "Er|Era",
    informal: "du|dig|din|ditt|dina",
    isPlural: true,
    inDocuments: "informal",
    source:
      "Isof, Klarspråkshjälpen, Du eller ni? Myndigheten eller vi?: isof.se/stod-och-sprakrad/spraktjanster/klarsprakshjalpen/skriv-klarsprak/tank-pa-dina-lasare/fordjupning-tank-pa-dina-lasare/du-eller-ni-myndigheten-eller-vi: du to a person, ni to several; Språkkonsulterna: sprakkonsulterna.se/tilltal-med-du-eller-ni",
  },
};
