import type { LanguageCode } from "../../src/core/languages.ts";

/** "Rewrite the following text so that it is clearer and easier to follow. Output only the rewritten text.", in each of the 24. */
export const CLEARER_IN: Readonly<Record<LanguageCode, string>> = {
  bg: "Пренапиши следния текст така, че да е по-ясен и по-лесен за разбиране. Дай само пренаписания текст.",
  cs: "Přepiš následující text tak, aby byl jasnější a srozumitelnější. Uveď pouze přepsaný text.",
  da: "Omskriv følgende tekst, så den bliver klarere og lettere at forstå. Skriv kun den omskrevne tekst.",
  de: "Formuliere den folgenden Text so um, dass er klarer und leichter verständlich ist. Gib nur den umformulierten Text aus.",
  el: "Ξαναγράψε το παρακάτω κείμενο ώστε να είναι πιο σαφές και πιο ευανάγνωστο. Δώσε μόνο το νέο κείμενο.",
  en: "Rewrite the following text so that it is clearer and easier to follow. Output only the rewritten text.",
  es: "Reescribe el siguiente texto para que sea más claro y fácil de entender. Escribe solo el texto reescrito.",
  et: "Sõnasta järgmine tekst ümber nii, et see oleks selgem ja kergemini mõistetav. Väljasta ainult ümber sõnastatud tekst.",
  fi: "Muotoile seuraava teksti selkeämmäksi ja helpommin ymmärrettäväksi. Anna vain muotoiltu teksti.",
  fr: "Réécris le texte suivant pour qu’il soit plus clair et plus facile à comprendre. Ne donne que le texte réécrit.",
  ga: "Athscríobh an téacs seo a leanas ionas go mbeidh sé níos soiléire agus níos éasca a thuiscint. Ná tabhair ach an téacs athscríofa.",
  hr: "Preoblikuj sljedeći tekst tako da bude jasniji i lakši za razumijevanje. Napiši samo preoblikovani tekst.",
  hu: "Fogalmazd át a következő szöveget, hogy világosabb és könnyebben érthető legyen. Csak az átfogalmazott szöveget add meg.",
  it: "Riscrivi il testo seguente in modo che sia più chiaro e più facile da capire. Scrivi solo il testo riscritto.",
  lt: "Perrašyk toliau pateiktą tekstą taip, kad jis būtų aiškesnis ir lengviau suprantamas. Pateik tik perrašytą tekstą.",
  lv: "Pārraksti šo tekstu tā, lai tas būtu skaidrāks un vieglāk saprotams. Sniedz tikai pārrakstīto tekstu.",
  mt: "Erġa’ ikteb it-test li ġej b’mod li jkun aktar ċar u eħfef biex jinftiehem. Agħti biss it-test miktub mill-ġdid.",
  nl: "Herschrijf de volgende tekst zodat hij duidelijker en makkelijker te begrijpen is. Geef alleen de herschreven tekst.",
  pl: "Przeredaguj poniższy tekst tak, aby był jaśniejszy i łatwiejszy do zrozumienia. Podaj tylko przeredagowany tekst.",
  pt: "Reescreve o texto seguinte para que fique mais claro e mais fácil de compreender. Escreve apenas o texto reescrito.",
  ro: "Rescrie textul următor astfel încât să fie mai clar și mai ușor de înțeles. Scrie doar textul rescris.",
  sk: "Prepíš nasledujúci text tak, aby bol jasnejší a zrozumiteľnejší. Uveď iba prepísaný text.",
  sl: "Preoblikuj naslednje besedilo tako, da bo jasnejše in lažje razumljivo. Napiši samo preoblikovano besedilo.",
  sv: "Skriv om följande text så att den blir tydligare och lättare att förstå. Skriv bara den omskrivna texten.",
};
