import type { LlamaTokenizer, Token } from "./llamaLibrary.ts";

/** A character of four bytes may be spread over as many tokens; whoever waits longer waits for broken bytes. */
const MOST_PENDING = 4;

/** Some tokenizers put a blank before a token or not, by what stands before it. */
const REMEMBERED = 8;

/** Turns tokens into text as they come, and holds those back that end inside a character. */
export function createTokenReader(tokenizer: LlamaTokenizer): TokenReader {
  let recent: readonly Token[] = [];
  let pending: readonly Token[] = [];
  const read = (): string => {
    const text = tokenizer.detokenize(pending, false, recent);
    recent = [...recent, ...pending].slice(-REMEMBERED);
    pending = [];
    return text;
  };
  return {
    push(token) {
      pending = [...pending, token];
      const isInside = tokenizer.detokenize(pending, false, recent).endsWith("\uFFFD");
      return isInside && pending.length < MOST_PENDING ? "" : read();
    },
    end: () => (pending.length > 0 ? read() : ""),
  };
}

export interface TokenReader {
  /** The text that is complete with this token; often one word, sometimes none. */
  push(token: Token): string;
  /** What was held back. */
  end(): string;
}
