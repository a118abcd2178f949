import assert from "node:assert/strict";
import fc from "fast-check";
import { describe, it } from "mocha";
import { endpointPaths } from "../../../src/core/chat/endpointPaths.ts";
import { parseAddress } from "../../../src/core/chat/parseAddress.ts";

describe("parseAddress", () => {
  const cases: readonly [typed: string, address: string][] = [
    ["llm.example.eu", "https://llm.example.eu"],
    ["llm.example.eu/v1/", "https://llm.example.eu/v1"],
    ["https://llm.example.eu/v1/chat/completions", "https://llm.example.eu/v1"],
    ["https://llm.example.eu/v1/models", "https://llm.example.eu/v1"],
    ["gpu01:8000", "https://gpu01:8000"],
    ["gpu01.example.eu:8000/openai/v1", "https://gpu01.example.eu:8000/openai/v1"],
    ["localhost:11434", "http://localhost:11434"],
    ["127.0.0.1:8080/v1", "http://127.0.0.1:8080/v1"],
    ["[::1]:8080", "http://[::1]:8080"],
    ["http://10.0.0.5:8000", "http://10.0.0.5:8000"],
    ["10.0.0.5:8000", "https://10.0.0.5:8000"],
    ['  "https://llm.example.eu/v1" ', "https://llm.example.eu/v1"],
    ["<https://llm.example.eu/v1#docs>", "https://llm.example.eu/v1"],
    ["HTTPS://LLM.Example.EU/v1", "https://llm.example.eu/v1"],
    ["https://llm.example.eu/v1?api-version=1", "https://llm.example.eu/v1?api-version=1"],
    ["δοκιμή.eu", "https://xn--jxalpdlp.eu"],
    ["localhost.example.eu", "https://localhost.example.eu"],
  ];
  for (const [typed, address] of cases) it(`understands ${typed}`, () => assert.equal(parseAddress(typed), address));

  for (const typed of [
    "",
    "  ",
    "two words",
    "ftp://host/v1",
    "file:///etc/passwd",
    "https://me:secret@host/v1",
    "https://",
    "javascript://x",
  ]) {
    it(`refuses ${JSON.stringify(typed)}, and repeats nothing of it`, () =>
      assert.throws(
        () => parseAddress(typed),
        (error: Error & { kind?: string }) => error.kind === "invalidSettings" && !error.message.includes("secret"),
      ));
  }

  it("never makes http of what isn't this computer, whatever is typed", () => {
    fc.assert(
      fc.property(fc.domain(), fc.option(fc.integer({ min: 1, max: 65_535 })), (host, port) => {
        const address = parseAddress(port === null ? host : `${host}:${port}`);
        assert.equal(new URL(address).protocol, "https:");
      }),
    );
  });
});

describe("endpointPaths", () => {
  const cases: readonly [address: string, bases: readonly string[], props: string][] = [
    ["http://host:1", ["http://host:1/v1", "http://host:1"], "http://host:1/props"],
    ["http://host:1/v1", ["http://host:1/v1"], "http://host:1/props"],
    ["http://host:1/v1/chat/completions", ["http://host:1/v1"], "http://host:1/props"],
    ["https://host/llama/v1/", ["https://host/llama/v1"], "https://host/llama/props"],
    ["https://host/openai", ["https://host/openai"], "https://host/openai/props"],
    ["https://host/v1?v=1", ["https://host/v1?v=1"], "https://host/props?v=1"],
  ];
  for (const [address, bases, props] of cases) {
    it(`knows what is beside ${address}`, () => {
      const paths = endpointPaths(address);
      assert.deepEqual([paths.bases, paths.beside("/props")], [bases, props]);
    });
  }
});
