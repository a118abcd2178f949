import type { LanguageCode } from "../languages.ts";

/**
 * The port to a language detector. It answers for the 24 alone and says `undefined` where it isn't
 * sure, for too little text as well. Nothing it is given leaves the computer.
 */
export type DetectLanguage = (text: string) => Promise<LanguageCode | undefined>;
