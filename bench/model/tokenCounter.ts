import type { ChatRequest } from "../../src/core/chat/chatModel.ts";

export interface TokenCounter {
  ofText(text: string): Promise<number>;
  /**
   * Of requests that one slot of a server answers one after another: what each has beyond the beginning that it shares
   * with the one before, at least one token, as llama-server reads them.
   */
  beyondPrefix(requests: readonly ChatRequest[]): Promise<number>;
}

/** Counts by llama-server's own template and tokens. */
export function createTokenCounter(url: string): TokenCounter {
  const root = url.replace(/\/v1$/u, "");
  const post = async <T>(path: string, body: object): Promise<T> => {
    const headers = { "content-type": "application/json" };
    const response = await fetch(`${root}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
    return (await response.json()) as T;
  };
  const tokensOf = async (content: string, isSpecial: boolean) =>
    (await post<{ tokens: readonly number[] }>("/tokenize", { content, parse_special: isSpecial })).tokens;
  return {
    ofText: async (text) => (await tokensOf(text, false)).length,
    beyondPrefix: async (requests) => {
      let [before, count]: [readonly number[], number] = [[], 0];
      for (const { messages } of requests) {
        const { prompt } = await post<{ prompt: string }>("/apply-template", { messages });
        const tokens = await tokensOf(prompt, true);
        count += countBeyond(before, tokens);
        before = tokens;
      }
      return count;
    },
  };
}

/** The tokens of the second behind the beginning that both share; the last one is always read. */
export function countBeyond(before: readonly number[], tokens: readonly number[]): number {
  const other = tokens.findIndex((token, index) => token !== before[index]);
  return other === -1 ? 1 : tokens.length - other;
}
