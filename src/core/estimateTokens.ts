/** Tokens of the instruction and of the frame of a request, which servers keep from one request to the next. */
export const TOKENS_PER_REQUEST = 40;

/** Letters a token, as measured on models of Europe's languages: about four in Latin script, about two in the others. */
export function estimateTokens(text: string): number {
  let others = 0;
  for (let at = 0; at < text.length; at += 1) if (isOther(text.charCodeAt(at))) others += 1;
  return Math.ceil((text.length - others) / 4 + others / 2);
}

/** Beyond the Latin letters; halves of emoji aside. */
function isOther(unit: number): boolean {
  return unit >= 0x250 && (unit < 0xd800 || unit > 0xdfff);
}
