/**
 * The letters beyond a to z that words of a language are written with, loanwords' common ones among them. By the
 * codes of the Latin trigrams.
 */
// biome-ignore format: a line for each language reads as the table that it is.
export const ALPHABETS: Readonly<Record<string, string>> = {
  cs: "áčďéěíňóřšťúůýž", da: "æøåé", de: "äöüß", en: "é", es: "áéíñóúü", et: "äõöüšž", fi: "äöåšž",
  fr: "àâæçéèêëîïôœùûüÿ", ga: "áéíóú", hr: "čćđšž", hu: "áéíóöőúüű", it: "àèéìíîòóùú", lt: "ąčęėįšųūž",
  lv: "āčēģīķļņšūž", mt: "ċġħżàèìòù", nl: "éëïóöüèêáíúàä", pl: "ąćęłńóśźż", pt: "áâãàçéêíóôõúü", ro: "ăâîșțşţ",
  sk: "áäčďéíĺľňóôŕšťúýž", sl: "čšž", sv: "åäöé",
  no: "æøåéèêóòô", ca: "àçèéíïòóúü", gl: "áéíñóúü", tr: "çğıöşüâîû", is: "áðéíóúýþæö", gd: "àèìòù", eu: "ñç",
  af: "êëéèîïôöûáüú",
};
