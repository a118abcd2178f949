import type { Fetch } from "../src/core/chat/fetchPort.ts";

/** The least that reads a streamed answer: no caps, no faults, no cancelling. */
export function readBare(fetch: Fetch) {
  return async (url: string, onDelta: (text: string) => void): Promise<string> => {
    const body = JSON.stringify({ model: "m", messages: [{ role: "user", content: "x" }], stream: true });
    const headers = { "content-type": "application/json" };
    const { signal } = new AbortController();
    const response = await fetch(`${url}/chat/completions`, {
      method: "POST",
      headers,
      body,
      redirect: "manual",
      signal,
    });
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    let rest = "";
    let text = "";
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true };
      if (done) return text;
      const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (!line.startsWith("data: ") || line === "data: [DONE]") continue;
        const content = JSON.parse(line.slice(6)).choices[0]?.delta?.content;
        if (!content) continue;
        text += content;
        onDelta(content);
      }
    }
  };
}
