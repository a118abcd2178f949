import type { LanguageCode } from "../languages.ts";
import { CYRILLIC_MODELS, LATIN_MODELS } from "./languageModels.ts";
import { unpackModels } from "./packedModels.ts";
import { weighPieces } from "./weighPieces.ts";

/** Finds the language of pieces that are given as words. The models are big: load this module when it is first needed. */
export function loadWeigher(script: "Latin" | "Cyrillic") {
  const models = unpackModels(script === "Latin" ? LATIN_MODELS : CYRILLIC_MODELS);
  return (pieces: readonly (readonly string[])[]): LanguageCode | undefined => weighPieces(pieces, models);
}
