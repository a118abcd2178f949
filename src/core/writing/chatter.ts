/** Stems of the words by which models announce a result, in the 24 languages (translation, correction, summary, rewriting, text). */
const RESULT_WORDS = [
  "translat|correct|rewrit|rephras|summar|revised|proofread|key points?", // en
  "превод|превед|поправ|коригиран|преписан|резюме|обобщение", // bg
  "překlad|přelož|oprav|přepsan|shrnutí|souhrn", // cs
  "oversæt|oversat|rettet|omskrev|resumé|sammenfatning", // da
  "übersetz|korrig|berichtig|verbessert|umformulier|umgeschrieben|überarbeitet|zusammenfass", // de
  "μετάφρασ|μεταφρασ|διορθω|διόρθω|αναδιατ|περίληψ", // el
  "traducc|traducid|correg|correcci|reescrit|reformulad|resumen", // es
  "tõlge|tõlgi|parandat|ümber|kokkuvõte", // et
  "käännö|korjattu|uudelleen|tiivistelmä|yhteenveto", // fi
  "traduction|traduit|corrig|correction|réécri|reformul|résumé", // fr
  "aistriú|aistrithe|ceartaithe|achoimre", // ga
  "prijevod|preveden|ispravlj|prerađen|sažetak", // hr
  "fordítás|fordított|javított|átírt|átfogalmaz|összefoglal", // hu
  "traduzion|tradott|corrett|correzion|riscritt|riformulat|riassunt|sintesi", // it
  "vertim|išverst|pataisyt|perrašyt|santrauka", // lt
  "tulkojum|tulkot|labot|pārrakst|kopsavilkum", // lv
  "traduzzjoni|tradott|ikkoreġ|sommarju", // mt
  "vertaling|vertaald|gecorrigeerd|verbeterd|herschreven|samenvatting", // nl
  "tłumacz|przetłum|popraw|przeredag|streszczeni|podsumowani", // pl
  "tradução|traduzid|corrigid|correção|reescrit|resumo", // pt
  "traducere|tradus|corectat|rescris|rezumat", // ro
  "preklad|prelož|opraven|prepísan|zhrnutie", // sk
  "prevod|preveden|popravlj|prepisan|povzetek", // sl
  "översätt|översatt|rättad|korriger|omskriv|sammanfattning", // sv
].join("|");

/** Words by which models begin to speak for themselves. */
const OPENINGS = [
  "sure|certainly|of course|here(?:'s|’s| is| are)|below is",
  "voici|bien sûr|ci-dessous|hier (?:ist|sind|is|zijn)|natürlich|gerne|aquí (?:está|tienes|tiene)|claro|por supuesto|ecco|certo|aqui está",
  "her er|här är|tässä on|siin on|šeit ir|štai|oto|zde je|tady je|tu je|ovdje je|evo|íme|itt (?:van|a)|iată|ето|ορίστε|ακολουθεί|seo|hawn|hawnhekk",
].join("|");

/** Words that head a remark about a result, in the 24 languages. */
const REMARKS = [
  "note|please note|n\\.?b\\.?|explanation|changes(?: made)?|забележка|обяснение|poznámka|vysvětlení|vysvetlenie|bemærk",
  "hinweis|anmerkung|erklärung|änderungen|σημείωση|εξήγηση|nota|aviso|explicación|cambios(?: realizados)?|märkus|selgitus",
  "huomautus|huom|selitys|remarque|note du traducteur|explication|modifications|nóta|napomena|objašnjenje|megjegyzés",
  "magyarázat|spiegazione|modifiche|pastaba|paaiškinimas|piezīme|paskaidrojums|opmerking|toelichting|uwaga|wyjaśnienie",
  "explicação|observação|notă|explicație|opomba|pojasnilo|obs|anmärkning|förklaring",
].join("|");

/** Sentences in which a model speaks to who asked it. A letter's own are alike: see where this is asked. */
const OFFERS = [
  "(?:please )?let me know|feel free|if you (?:need|have|want)|would you like me|is there anything else",
  "i hope (?:this|that|it)|j['’]espère que (?:cela|ça|cette)|n['’]hésitez pas|ich hoffe,? (?:das|dies|es)",
  "lass(?:en Sie)? mich wissen|espero que (?:esto|te|le)|¿necesitas|spero che (?:questo|questa|ti|le)|laat het me weten",
].join("|");

const LEAD = "(?:[-*_]{3,}\\n+)?[*_(>\\s]*";
const CLOSING = new RegExp(`^${LEAD}(?:(?:${REMARKS})\\s*[*_]*[:：)]|(?:${OFFERS})(?!\\p{L}))`, "iu");
const REMARK_HEADING = new RegExp(`^[*_#\\s]*(?:${REMARKS})\\s*[*_]*[:：][*_]*$`, "iu");

const ANNOUNCEMENT = new RegExp(
  `^(?:[*_#>\\s]*)(?:(?:${OPENINGS})(?!\\p{L})|[^:：\\n]{0,80}?(?:${RESULT_WORDS}))[^\\n]{0,100}[:：]\\s*[*_]*$`,
  "iu",
);
const LABEL = new RegExp(
  `^[*_]{0,2}(?:[\\p{L}-]+ ){0,3}(?:\\p{L}*-)?(?:${RESULT_WORDS})\\p{L}*(?: [\\p{L}()]+){0,3}[ \u00a0\u202f]?[:：][*_]{0,2}[ \t]+`,
  "iu",
);
const SPOKEN_LABEL = new RegExp(
  `^[*_]{0,2}(?:[^:：\\n]{0,40}[^:：\\n\\p{L}])?(?:${OPENINGS})(?!\\p{L})[^:：\\n]{0,60}?(?:${RESULT_WORDS})[^:：\\n]{0,60}[:：][*_]{0,2}[ \t]+`,
  "iu",
);
const HEADING = new RegExp(
  `^(?:#{1,6}[ \t]+|\\*\\*|__)(?:[\\p{L}-]+ ){0,3}(?:${RESULT_WORDS})\\p{L}*(?: [\\p{L}()]+){0,3}(?:\\*\\*|__)?[ \t]*$`,
  "iu",
);
const RESULT_WORD = new RegExp(`(?<!\\p{L})(?:${RESULT_WORDS})`, "iu");

/** Whether a line can only announce what follows it: "Here is the translation:", "Voici la traduction :". */
export function isAnnouncement(line: string): boolean {
  return line.length <= 200 && ANNOUNCEMENT.test(line.trim());
}

const OPENING = new RegExp(`^[*_#>\\s]*(?:${OPENINGS})(?!\\p{L})`, "iu");

/** Whether a line begins with such words: the text's own "Here is what changed" is translated by "Voici ce qui a changé :". */
export function isOpening(line: string): boolean {
  return OPENING.test(line);
}

/** Whether a line is a heading over the result, without a colon: "## Summary". */
export function isResultHeading(line: string): boolean {
  return line.length <= 200 && HEADING.test(line);
}

/** Whether a line of the text itself speaks of translations, summaries and the like. */
export function namesResult(line: string): boolean {
  return RESULT_WORD.test(line);
}

/** The label before a result on the same line ("Traduction : …", "Sure, here is the translation: …"), or nothing. */
export function labelOf(text: string): string {
  return (LABEL.exec(text) ?? SPOKEN_LABEL.exec(text))?.[0] ?? "";
}

/** Whether a last paragraph speaks about the result. */
export function isClosing(paragraph: string): boolean {
  return CLOSING.test(paragraph.trim());
}

/** Whether a paragraph does nothing but announce remarks that follow it: "**Changes made:**". */
export function isRemarkHeading(paragraph: string): boolean {
  return paragraph.length <= 100 && REMARK_HEADING.test(paragraph.trim());
}
