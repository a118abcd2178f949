import type { Reply } from "./reply.ts";

/** The text as a whole answer. */
export function whole(text: string, finishReason = "stop"): Reply {
  return json({
    object: "chat.completion",
    choices: [{ index: 0, message: { role: "assistant", content: text }, finish_reason: finishReason }],
    usage: { prompt_tokens: 12, completion_tokens: 7, total_tokens: 19 },
  });
}

/** Any value as JSON. */
export function json(value: unknown, reply: Reply = {}): Reply {
  return body(JSON.stringify(value), { ...reply, headers: { "content-type": "application/json", ...reply.headers } });
}

/** Any text, with the reply's status and headers. */
export function body(text: string, reply: Reply = {}): Reply {
  return { ...reply, chunks: [{ bytes: text }] };
}

/** An error as OpenAI's kind of server words it. */
export function errorReply(status: number, error: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return json({ error }, { status, headers });
}
