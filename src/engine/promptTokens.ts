import type { ChatMessage } from "../core/chat/chatModel.ts";
import { foldSystem } from "../core/chat/requestBody.ts";
import type { JinjaTemplate, LlamaTokenizer, Token } from "./llamaLibrary.ts";

export interface PromptOptions {
  /** The model's own chat template. */
  readonly template: JinjaTemplate;
  readonly tokenizer: LlamaTokenizer;
  /** Unguessable: it stands for special tokens that the text spells out, while the template is applied. */
  readonly nonce: string;
}

/**
 * The tokens of a conversation in the model's own form, up to where its answer begins. What a message spells out
 * (`<|im_end|>`) stays text: a text can't end its own message.
 */
export function promptTokens(messages: readonly ChatMessage[], { template, tokenizer, nonce }: PromptOptions): Token[] {
  const spelled: string[] = [];
  const shielded = messages.map(({ role, content }) => ({ role, content: shield(content) }));
  const parts = render(shielded, template, tokenizer).split(new RegExp(`${nonce}(\\d+);`));
  const tokens = parts.flatMap((part, index) => {
    const isSpelled = index % 2 === 1;
    return isSpelled ? tokenizer.tokenize(spelled[Number(part)] ?? "", false) : tokenizer.tokenize(part, true);
  });
  return withBos(tokens, tokenizer);

  function shield(content: string): string {
    return specialTextsIn(content, tokenizer).reduce((text, special) => {
      spelled.push(special);
      return text.replaceAll(special, `${nonce}${spelled.length - 1};`);
    }, content);
  }
}

/** The longest first, so that none is cut by one that it holds. */
function specialTextsIn(content: string, tokenizer: LlamaTokenizer): string[] {
  const special = [...new Set(tokenizer.tokenize(content, true))].filter((token) => tokenizer.isSpecialToken(token));
  const texts = special.map((token) => tokenizer.detokenize([token], true)).filter((text) => content.includes(text));
  return texts.filter((text) => text !== "").sort((a, b) => b.length - a.length);
}

/** Templates without a system role (Gemma 2, old Mistral) raise an error for it; the first question then carries it. */
function render(messages: readonly ChatMessage[], template: JinjaTemplate, { tokens }: LlamaTokenizer): string {
  const values = {
    add_generation_prompt: true,
    enable_thinking: false,
    bos_token: tokens.bosString ?? "",
    eos_token: tokens.eosString ?? "",
  };
  try {
    return template.render({ ...values, messages });
  } catch (error) {
    const folded = foldSystem(messages);
    if (folded === messages) throw error;
    return template.render({ ...values, messages: folded });
  }
}

function withBos(tokens: Token[], { tokens: { bos, shouldPrependBosToken } }: LlamaTokenizer): Token[] {
  return shouldPrependBosToken && bos !== null && tokens[0] !== bos ? [bos, ...tokens] : tokens;
}
