/** Stems of the words by which models announce a result, in the 24 languages (translation, correction, summary, rewriting, text). */
const RESULT_WORDS = [
  "translat|correct|rewrit|rephras|summar|revised|proofread|key points?", // en
  "превод|поправ|коригиран|преписан|резюме|обобщение", // bg
  "překlad|oprav|přepsan|shrnutí|souhrn", // cs
  "oversæt|rettet|omskrev|resumé|sammenfatning", // da
  "übersetz|korrig|berichtig|verbessert|umformulier|umgeschrieben|zusammenfass", // de
  "μετάφρασ|μεταφρασ|διορθω|διόρθω|αναδιατ|περίληψ", // el
  "traducc|traducid|correg|correcci|reescrit|reformulad|resumen", // es
  "tõlge|tõlgi|parandat|ümber|kokkuvõte", // et
  "käännö|korjattu|uudelleen|tiivistelmä|yhteenveto", // fi
  "traduction|traduit|corrig|correction|réécri|reformul|résumé", // fr
  "aistriú|aistrithe|ceartaithe|achoimre", // ga
  "prijevod|ispravlj|prerađen|sažetak", // hr
  "fordítás|javított|átírt|átfogalmaz|összefoglal", // hu
  "traduzion|tradott|corrett|correzion|riscritt|riformulat|riassunt|sintesi", // it
  "vertim|pataisyt|perrašyt|santrauka", // lt
  "tulkojum|labot|pārrakst|kopsavilkum", // lv
  "traduzzjoni|tradott|ikkoreġ|sommarju", // mt
  "vertaling|vertaald|gecorrigeerd|verbeterd|herschreven|samenvatting", // nl
  "tłumacz|przetłum|popraw|przeredag|streszczeni|podsumowani", // pl
  "tradução|traduzid|corrigid|correção|reescrit|resumo", // pt
  "traducere|tradus|corectat|rescris|rezumat", // ro
  "preklad|opraven|prepísan|zhrnutie", // sk
  "prevod|popravlj|prepisan|povzetek", // sl
  "översätt|rättad|korriger|omskriv|sammanfattning", // sv
].join("|");

/** Words by which models begin to speak for themselves. */
const OPENINGS = [
  "sure|certainly|of course|here(?:'s|’s| is| are)|below is",
  "voici|bien sûr|ci-dessous|hier (?:ist|sind|is|zijn)|natürlich|gerne|aquí (?:está|tienes|tiene)|claro|por supuesto|ecco|certo|aqui está",
  "her er|här är|tässä on|siin on|šeit ir|štai|oto|zde je|tady je|tu je|ovdje je|evo|íme|itt (?:van|a)|iată|ето|ορίστε|ακολουθεί|seo|hawn|hawnhekk",
].join("|");

const CLOSINGS =
  /^(?:\(?(?:note|please note|n\.?b\.?|explanation|changes(?: made)?|remarque|note du traducteur|hinweis|anmerkung|nota|aviso|opmerking|bemærk|huomautus|uwaga|poznámka|megjegyzés|notă|забележка|σημείωση)\b\s*[:：)]|i hope\b|let me know\b|feel free\b|if you (?:need|have|want)\b|j'espère\b|n'hésitez pas\b|ich hoffe\b|espero que\b|spero che\b)/iu;

const ANNOUNCEMENT = new RegExp(
  `^(?:[*_#>\\s]*)(?:(?:${OPENINGS})(?!\\p{L})|[^:：\\n]{0,80}?(?:${RESULT_WORDS}))[^\\n]{0,100}[:：]\\s*[*_]*$`,
  "iu",
);
const LABEL = new RegExp(
  `^[*_]{0,2}(?:\\p{L}+ ){0,3}(?:${RESULT_WORDS})\\p{L}*(?: [\\p{L}()]+){0,3}[ \u00a0\u202f]?[:：][*_]{0,2}[ \t]+`,
  "iu",
);

/** Whether a line can only announce what follows it: "Here is the translation:", "Voici la traduction :". */
export function isAnnouncement(line: string): boolean {
  return line.length <= 200 && ANNOUNCEMENT.test(line.trim());
}

const OPENING = new RegExp(`^[*_#>\\s]*(?:${OPENINGS})(?!\\p{L})`, "iu");

/** Whether a line begins with such words: the text's own "Here is what changed" is translated by "Voici ce qui a changé :". */
export function isOpening(line: string): boolean {
  return OPENING.test(line);
}

/** The label before a result on the same line ("Traduction : …"), or nothing. */
export function labelOf(text: string): string {
  return LABEL.exec(text)?.[0] ?? "";
}

/** Whether a last paragraph speaks about the result. */
export function isClosing(paragraph: string): boolean {
  return CLOSINGS.test(paragraph.trim());
}
