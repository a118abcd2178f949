import type { ChatModel } from "../../../src/core/chat/chatModel.ts";
import type { FormatName } from "../../../src/core/document/formats/documentFormat.ts";
import {
  type TranslateDocumentOptions,
  type TranslatedDocument,
  translateDocument,
} from "../../../src/core/document/translateDocument.ts";
import type { MarkdownContext } from "../../../src/core/markdown/markdownContext.ts";
import { textOf } from "../fakeModel.ts";

/** Translates with a model that is a function of the text; the language detector says what it should. */
export function translateBy(
  { text, format }: { readonly text: string; readonly format: FormatName },
  answer: (text: string) => string,
  options: Partial<TranslateDocumentOptions> = {},
): Promise<TranslatedDocument> {
  const model: ChatModel = {
    name: "function",
    complete: async (request) => ({ text: answer(textOf(request)), usage: undefined, hasInvalidBytes: false }),
  };
  return translateDocument({
    text,
    format,
    task: { kind: "translate", from: "en", to: "fr", formality: "auto" },
    model,
    detectLanguage: async () => "fr",
    signal: new AbortController().signal,
    ...options,
  });
}

/** What a stand-in for a model has to know of a document. */
export function contextOfFormat(format: FormatName): MarkdownContext {
  return { dialect: format === "mdx" ? "mdx" : "markdown", defined: new Set(), place: "line" };
}
