/** The cardinal numbers from one to twelve in the forms that stand in running text, a language a line; `/` parts them, `|` the forms of one. */
const WORDS: readonly string[] = [
  "един|една|едно|един/два|две|двама/три|трима/четири|четирима/пет|петима/шест/седем/осем/девет/десет/единадесет|единайсет/дванадесет|дванайсет",
  "jeden|jedna|jedno|jednoho/dva|dvě|dvou|dvěma/tři|tří|třech|třem/čtyři|čtyř|čtyřech/pět|pěti/šest|šesti/sedm|sedmi/osm|osmi/devět|devíti/deset|deseti/jedenáct|jedenácti/dvanáct|dvanácti",
  "en|et/to/tre/fire/fem/seks/syv/otte/ni/ti/elleve/tolv",
  "ein|eine|einen|einem|einer|eins/zwei|zweier/drei|dreier/vier/fünf/sechs/sieben/acht/neun/zehn/elf/zwölf",
  "ένα|ένας|μία|μια|ενός|μιας/δύο|δυο/τρία|τρεις|τριών/τέσσερα|τέσσερις|τεσσάρων/πέντε/έξι/επτά|εφτά/οκτώ|οχτώ/εννέα|εννιά/δέκα/έντεκα/δώδεκα",
  "one/two|both/three/four/five/six/seven/eight/nine/ten/eleven/twelve|dozen",
  "un|uno|una/dos|ambos|ambas/tres/cuatro/cinco/seis/siete/ocho/nueve/diez/once/doce",
  "üks|ühe|ühte/kaks|kahe|kahte/kolm|kolme/neli|nelja/viis|viie/kuus|kuue/seitse|seitsme/kaheksa/üheksa/kümme|kümne/üksteist/kaksteist",
  "yksi|yhden|yhtä/kaksi|kahden|kahta/kolme|kolmen|kolmea/neljä|neljän|neljää/viisi|viiden|viittä/kuusi|kuuden|kuutta/seitsemän|seitsemää/kahdeksan|kahdeksaa/yhdeksän|yhdeksää/kymmenen|kymmentä/yksitoista/kaksitoista",
  "un|une/deux/trois/quatre/cinq/six/sept/huit/neuf/dix/onze/douze",
  "haon|aon|amháin/dó|dhá|beirt/trí|triúr/ceathair|ceithre|ceathrar/cúig|cúigear/sé|seisear/seacht|seachtar/ocht|ochtar/naoi|naonúr/deich|deichniúr/aondéag/dódhéag",
  "jedan|jedna|jedno|jednog|jednu/dva|dvije|dviju|obje/tri|triju/četiri|četiriju/pet/šest/sedam/osam/devet/deset/jedanaest/dvanaest",
  "egy/kettő|két|kettőt/három|hármat/négy|négyet/öt|ötöt/hat|hatot/hét|hetet/nyolc/kilenc/tíz|tizet/tizenegy/tizenkettő|tizenkét",
  "un|uno|una/due|entrambi/tre/quattro/cinque/sei/sette/otto/nove/dieci/undici/dodici",
  "vienas|viena|vieno|vieną/du|dvi|dviejų|dviem/trys|trijų|tris|trims/keturi|keturios|keturių|keturis|keturias/penki|penkios|penkių|penkis|penkias/šeši|šešios|šešių|šešis/septyni|septynios|septynių|septynis/aštuoni|aštuonios|aštuonių/devyni|devynios|devynių/dešimt/vienuolika/dvylika",
  "viens|viena|vienu|vienā/divi|divas|divu|divām|diviem/trīs|triju|trim/četri|četras|četru|četriem/pieci|piecas|piecu|pieciem/seši|sešas|sešu|sešiem/septiņi|septiņas|septiņu/astoņi|astoņas|astoņu/deviņi|deviņas|deviņu/desmit/vienpadsmit/divpadsmit",
  "wieħed|waħda/tnejn|żewġ/tlieta|tliet/erbgħa|erba/ħamsa|ħames/sitta|sitt/sebgħa|seba/tmienja|tmien/disgħa|disa/għaxra|għaxar/ħdax/tnax",
  "een|één/twee|beide/drie/vier/vijf/zes/zeven/acht/negen/tien/elf/twaalf",
  "jeden|jedna|jedno|jednego|jednej/dwa|dwie|dwóch|dwaj/trzy|trzech|trzej/cztery|czterech/pięć|pięciu/sześć|sześciu/siedem|siedmiu/osiem|ośmiu/dziewięć|dziewięciu/dziesięć|dziesięciu/jedenaście|jedenastu/dwanaście|dwunastu",
  "um|uma/dois|duas|ambos|ambas/três/quatro/cinco/seis/sete/oito/nove/dez/onze/doze",
  "un|o|una|unu/doi|două/trei/patru/cinci/șase/șapte/opt/nouă/zece/unsprezece/doisprezece|douăsprezece",
  "jeden|jedna|jedno|jedného|jednej/dva|dve|dvoch|dvaja/tri|troch|traja/štyri|štyroch|štyria/päť|piatich/šesť|šiestich/sedem|siedmich/osem|ôsmich/deväť|deviatich/desať|desiatich/jedenásť/dvanásť",
  "en|ena|eno|enega/dva|dve|dveh|obe/tri|treh|trije/štiri|štirih|štirje/pet|petih/šest|šestih/sedem|sedmih/osem|osmih/devet|devetih/deset|desetih/enajst/dvanajst",
  "en|ett/två|båda/tre/fyra/fem/sex/sju/åtta/nio/tio/elva/tolv",
];

/** What a word may mean as a number, in whichever of the 24 languages. In small letters. */
export const NUMBER_WORDS: ReadonlyMap<string, readonly number[]> = readWords();

function readWords(): ReadonlyMap<string, readonly number[]> {
  const words = new Map<string, number[]>();
  for (const line of WORDS) {
    for (const [index, forms] of line.split("/").entries()) {
      for (const form of forms.split("|")) words.set(form, [...(words.get(form) ?? []), index + 1]);
    }
  }
  return words;
}
