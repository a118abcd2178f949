import assert from "node:assert/strict";
import { describe, it } from "mocha";
import type { LlamaTokenizer } from "../../../src/engine/llamaLibrary.ts";
import { createTokenReader } from "../../../src/engine/tokenReader.ts";

/** A token is a byte: the smallest pieces that a model can come with. */
const tokenizer: LlamaTokenizer = {
  tokens: { bos: null, bosString: null, eosString: null, shouldPrependBosToken: false },
  tokenize: (text) => [...Buffer.from(text)],
  detokenize: (tokens) => Buffer.from(tokens).toString("utf8"),
  isSpecialToken: () => false,
};

function read(bytes: readonly number[]): string[] {
  const reader = createTokenReader(tokenizer);
  return [...bytes.map((byte) => reader.push(byte)), reader.end()].filter((text) => text !== "");
}

describe("the token reader", () => {
  it("holds back what ends inside a character", () => {
    assert.deepEqual(read([...Buffer.from("aħ€🇲🇹")]), ["a", "ħ", "€", "🇲", "🇹"]);
  });

  it("gives broken bytes out as U+FFFD, and goes on", () => {
    assert.deepEqual(read([0xff, 0xfe, 0xfd, 0xfc, 0x61]).join(""), "\uFFFD\uFFFD\uFFFD\uFFFDa");
  });

  it("gives out a cut character at the end", () => {
    assert.deepEqual(read([0x61, 0xe2, 0x82]), ["a", "\uFFFD"]);
  });
});
