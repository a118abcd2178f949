import type { LanguageCode } from "../../src/core/languages.ts";

/** A sentence in each of the 24, as an administration writes it. */
export const SENTENCES: Readonly<Record<LanguageCode, string>> = {
  bg: "Комисията публикува насоки за защита на личните данни във всяка държава членка.",
  cs: "Každý občan má právo obrátit se písemně na kterýkoli orgán v jednom z úředních jazyků a obdržet odpověď.",
  da: "Vi har modtaget din ansøgning og vender tilbage til dig, når sagen er blevet behandlet af kommunen.",
  de: "Wir haben Ihren Antrag erhalten und melden uns, sobald die Gemeinde ihn bearbeitet hat.",
  el: "Λάβαμε την αίτησή σας και θα επικοινωνήσουμε μαζί σας μόλις εξεταστεί.",
  en: "We have received your application and will get back to you once it has been dealt with.",
  es: "Hemos recibido su solicitud y nos pondremos en contacto con usted cuando el ayuntamiento la haya tramitado.",
  et: "Oleme teie taotluse kätte saanud ja võtame teiega ühendust, kui see on läbi vaadatud.",
  fi: "Olemme vastaanottaneet hakemuksenne ja otamme teihin yhteyttä, kun se on käsitelty.",
  fr: "Nous avons bien reçu votre demande et nous vous répondrons dès que la commune l’aura traitée.",
  ga: "Tá d’iarratas faighte againn agus rachaimid i dteagmháil leat nuair a bheidh sé próiseáilte.",
  hr: "Zaprimili smo vaš zahtjev i javit ćemo vam se čim ga općina obradi, a najkasnije za mjesec dana.",
  hu: "Megkaptuk a kérelmét, és jelentkezünk, amint az önkormányzat elbírálta.",
  it: "Abbiamo ricevuto la sua domanda e la ricontatteremo non appena il comune l’avrà esaminata.",
  lt: "Gavome jūsų prašymą ir susisieksime su jumis, kai tik savivaldybė jį išnagrinės.",
  lv: "Mēs esam saņēmuši jūsu pieteikumu un sazināsimies ar jums, tiklīdz pašvaldība to būs izskatījusi.",
  mt: "Irċevejna l-applikazzjoni tiegħek u nikkuntattjawk malli l-kunsill lokali jkun ħa deċiżjoni.",
  nl: "Wij hebben uw aanvraag ontvangen en nemen contact met u op zodra de gemeente deze heeft behandeld.",
  pl: "Otrzymaliśmy Państwa wniosek i skontaktujemy się z Państwem, gdy gmina go rozpatrzy.",
  pt: "Recebemos o seu pedido e entraremos em contacto consigo assim que a câmara municipal o tiver apreciado.",
  ro: "Am primit cererea dumneavoastră și vă vom contacta de îndată ce primăria o va soluționa.",
  sk: "Dostali sme vašu žiadosť a ozveme sa vám hneď, ako ju obec vybaví, najneskôr však do mesiaca.",
  sl: "Vašo vlogo smo prejeli in se vam bomo oglasili takoj, ko jo bo občina obravnavala.",
  sv: "Vi har tagit emot er ansökan och hör av oss så snart kommunen har behandlat den.",
};
