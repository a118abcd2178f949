/** Tokens of the instruction and of the frame of a request, which servers keep from one request to the next. */
export const TOKENS_PER_REQUEST = 40;

/** Letters a token, as measured on models of Europe's languages: about four in Latin script, about two in the others. */
export function estimateTokens(text: string): number {
  const others = text.match(/[\u0250-\uffff]/gu)?.length ?? 0;
  return Math.ceil((text.length - others) / 4 + others / 2);
}
