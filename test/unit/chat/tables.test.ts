import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { endpointUrl } from "../../../src/core/chat/endpointUrl.ts";
import { isCutJson } from "../../../src/core/chat/isCutJson.ts";
import { isSilentlyCut } from "../../../src/core/chat/isSilentlyCut.ts";
import { foldSystem } from "../../../src/core/chat/requestBody.ts";
import { createUtf8Decoder } from "../../../src/core/chat/utf8Decoder.ts";

describe("endpointUrl", () => {
  const here = { origin: "http://localhost:8080", isLoopback: true };
  const there = { origin: "https://api.mistral.ai", isLoopback: false };
  const cases: [string, object][] = [
    [
      "http://localhost:8080",
      {
        completions: "http://localhost:8080/chat/completions",
        underV1: "http://localhost:8080/v1/chat/completions",
        ...here,
      },
    ],
    [
      "http://localhost:8080/",
      {
        completions: "http://localhost:8080/chat/completions",
        underV1: "http://localhost:8080/v1/chat/completions",
        ...here,
      },
    ],
    [
      " http://localhost:8080/v1// ",
      { completions: "http://localhost:8080/v1/chat/completions", underV1: undefined, ...here },
    ],
    [
      "HTTPS://api.mistral.ai:443/v1",
      { completions: "https://api.mistral.ai/v1/chat/completions", underV1: undefined, ...there },
    ],
    [
      "https://api.mistral.ai/v1/chat/completions",
      { completions: "https://api.mistral.ai/v1/chat/completions", underV1: undefined, ...there },
    ],
    [
      "https://api.mistral.ai/v1/chat/completions/",
      { completions: "https://api.mistral.ai/v1/chat/completions", underV1: undefined, ...there },
    ],
    [
      "https://api.mistral.ai/x?api-version=1#top",
      { completions: "https://api.mistral.ai/x/chat/completions?api-version=1", underV1: undefined, ...there },
    ],
  ];
  for (const [address, expected] of cases) it(address, () => assert.deepEqual(endpointUrl(address), expected));

  for (const host of ["127.0.0.1", "127.1", "127.9.9.9:1", "[::1]:8000", "LOCALHOST"]) {
    it(`${host} is this computer`, () => assert.equal(endpointUrl(`http://${host}`).isLoopback, true));
  }
  for (const host of ["127.0.0.1.example.org", "localhost.example.org", "10.0.0.1", "[::2]", "0.0.0.0"]) {
    it(`${host} is another`, () => assert.equal(endpointUrl(`http://${host}`).isLoopback, false));
  }

  const refused = [
    "",
    "localhost:8080",
    "api.mistral.ai/v1",
    "ftp://x/v1",
    "file:///v1",
    "javascript:alert(1)",
    "http://",
    "https://user:secret@x/v1",
    "https://secret@x/v1",
  ];
  for (const address of refused) {
    it(`${address || "nothing"} is refused, and not repeated`, () => {
      assert.throws(
        () => endpointUrl(address),
        (error: Error) => error.message.startsWith("invalidSettings") && !error.message.includes("secret"),
      );
    });
  }
});

describe("foldSystem", () => {
  const user = { role: "user", content: "Translate.\n\nkirja" } as const;
  const system = { role: "system", content: "Terms:\n\nkirja = book" } as const;
  for (const [name, messages, expected] of [
    ["nothing to fold", [user], [user]],
    ["nobody to fold it into", [system], [system]],
    [
      "into the first of the user's",
      [system, user],
      [{ ...user, content: "Terms:\nkirja = book\nTranslate.\n\nkirja" }],
    ],
  ] as const) {
    it(name, () => assert.deepEqual(foldSystem(messages), expected));
  }
});

describe("isCutJson", () => {
  const cases: [string, boolean][] = [
    ["{", true],
    ['{"a', true],
    ['{"a\\"', true],
    ['{"a":[1', true],
    ['{"a":"]}"', true],
    ['{"a":1}{', true],
    ['{"a":1} x', false],
    ["{a:1}", false],
    ["{}\n{}", false],
  ];
  for (const [json, expected] of cases) it(json, () => assert.equal(isCutJson(json), expected));
});

describe("isSilentlyCut", () => {
  const messages = [{ role: "user", content: "Sveika, pasaule. ".repeat(1000) }] as const;
  const cases: [number | undefined, boolean][] = [
    [undefined, false],
    [0, false],
    [4096, false],
    [1800, false],
    [1024, true],
  ];
  for (const [promptTokens, expected] of cases) {
    it(`${promptTokens} tokens of 14,000 letters: ${expected}`, () => {
      const usage = promptTokens === undefined ? undefined : { promptTokens, completionTokens: 1 };
      assert.equal(isSilentlyCut(messages, usage), expected);
    });
  }
  it("blanks are no letters", () => {
    const blank = [{ role: "user", content: " ".repeat(20_000) }] as const;
    assert.equal(isSilentlyCut(blank, { promptTokens: 100, completionTokens: 1 }), false);
  });
});

describe("utf8Decoder", () => {
  it("says at the end that a character was cut", () => {
    const decoder = createUtf8Decoder();
    assert.equal(decoder.decode(Uint8Array.of(0x61, 0xc4)), "a");
    assert.equal(decoder.hasInvalidBytes(), false);
    assert.equal(decoder.flush(), "\uFFFD");
    assert.equal(decoder.hasInvalidBytes(), true);
  });
});
