import type { MakeReply, RecordedRequest } from "./reply.ts";
import { streamOf } from "./streamReply.ts";
import { whole } from "./wholeReply.ts";

/** Answers with the text it was given to work on, streamed or whole as it was asked. */
export const echo: MakeReply = (request) => answer(request, textToWorkOn(request));

/** Answers with the row of the text it was given; with the text itself where there is none. */
export function translateTable(table: Readonly<Record<string, string>>): MakeReply {
  return (request) => answer(request, table[textToWorkOn(request)] ?? textToWorkOn(request));
}

/** Answers with what a function makes of the text, streamed or whole as it was asked. */
export function answerWith(make: (text: string, request: RecordedRequest) => string): MakeReply {
  return (request) => answer(request, make(textToWorkOn(request), request));
}

/** What stands behind the first blank line of the last user message: the instruction is before it. */
export function textToWorkOn({ json }: RecordedRequest): string {
  const content = json?.messages?.findLast(({ role }) => role === "user")?.content ?? "";
  const blank = content.indexOf("\n\n");
  return blank === -1 ? content : content.slice(blank + 2);
}

function answer({ json }: RecordedRequest, text: string) {
  return json?.stream ? streamOf(text) : whole(text);
}
