import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { endpointOrigin, isOnThisComputer, parseEndpoints } from "../../../src/editor/endpoint.ts";

const server = (url: string) => ({ kind: "openai", name: "S", url, model: "m" }) as const;

describe("parseEndpoints", () => {
  it("takes servers and the built-in model", () => {
    const given = [
      { name: "Cluster", url: "https://llm.example.eu/v1", model: "EuroLLM-22B", concurrency: 8, idleTimeout: 60000 },
      { name: "Here", kind: "builtin", model: "auto" },
    ];
    assert.deepEqual(parseEndpoints(given), { endpoints: [{ ...given[0], kind: "openai" }, given[1]] });
  });

  const problems: readonly [string, unknown][] = [
    ["no list", { name: "x" }],
    ["no name", [{ url: "http://localhost", model: "m" }]],
    ["a blank name", [{ name: " ", url: "http://localhost", model: "m" }]],
    ["a server without address", [{ name: "x", model: "m" }]],
    ["a key among the settings", [{ name: "x", url: "http://localhost", model: "m", apiKey: "secret" }]],
    ["headers", [{ name: "x", url: "http://localhost", model: "m", headers: {} }]],
    ["a timeout of nothing", [{ name: "x", url: "http://localhost", model: "m", idleTimeout: 0 }]],
    ["an unknown kind", [{ name: "x", kind: "magic", url: "http://localhost", model: "m" }]],
    ["one name twice", [server("http://a"), server("http://b")]],
    ["null", null],
  ];
  for (const [name, value] of problems) {
    it(`refuses ${name}`, () => assert.ok("problem" in parseEndpoints(value)));
  }

  it("names the field, never a value", () => {
    const parsed = parseEndpoints([{ name: "x", url: "http://localhost", model: "m", apiKey: "sk-canary" }]);
    assert.ok(
      "problem" in parsed && !parsed.problem.includes("sk-canary") && parsed.problem.includes("apiKey"),
      JSON.stringify(parsed),
    );
  });
});

describe("where an endpoint is", () => {
  for (const [url, origin, isHere] of [
    ["http://localhost:11434/v1", "http://localhost:11434", true],
    ["http://127.0.0.1:8080", "http://127.0.0.1:8080", true],
    ["http://127.9.9.9/v1", "http://127.9.9.9", true],
    ["http://[::1]:80/v1", "http://[::1]", true],
    ["https://localhost.example.eu/v1", "https://localhost.example.eu", false],
    ["https://127.0.0.1.example.eu/v1", "https://127.0.0.1.example.eu", false],
    ["http://localhost@evil.example/v1", undefined, false],
    ["file:///etc/passwd", undefined, false],
    ["http://0.0.0.0:8000", "http://0.0.0.0:8000", false],
    ["https://api.example.eu/v1", "https://api.example.eu", false],
    ["nonsense", undefined, false],
  ] as const) {
    it(`knows ${url}`, () =>
      assert.deepEqual([endpointOrigin(server(url)), isOnThisComputer(server(url))], [origin, isHere]));
  }
});
