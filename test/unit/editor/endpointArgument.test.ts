import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { BUILTIN_ENDPOINT, withBuiltin } from "../../../src/editor/endpoint.ts";
import { namedEndpoint } from "../../../src/editor/endpointArgument.ts";
import { inertText, withoutMarkup } from "../../../src/editor/inertText.ts";

const CLUSTER = { kind: "openai", name: "Cluster", url: "https://llm.example.eu/v1", model: "m" } as const;

describe("namedEndpoint", () => {
  it("finds what a keybinding names, and leaves the rest to be asked", () => {
    assert.equal(namedEndpoint({ endpoint: "Cluster" }, [BUILTIN_ENDPOINT, CLUSTER]), CLUSTER);
    for (const argument of [undefined, null, {}]) assert.equal(namedEndpoint(argument, [CLUSTER]), undefined);
  });

  for (const argument of [
    { endpoint: "Other" },
    { endpoint: 7 },
    { endpoint: "Cluster", key: "sk-canary" },
    "Cluster",
  ]) {
    it(`refuses ${JSON.stringify(argument).replace("sk-canary", "…")}, and repeats no key`, () =>
      assert.throws(
        () => namedEndpoint(argument, [CLUSTER]),
        (error: Error & { kind?: string }) => error.kind === "invalidArguments" && !error.message.includes("sk-canary"),
      ));
  }
});

describe("withBuiltin", () => {
  it("adds the built-in model last, unless it is there or its name is taken", () => {
    const own = { kind: "builtin", name: "Mine", model: "auto" } as const;
    const namesake = { ...CLUSTER, name: BUILTIN_ENDPOINT.name };
    assert.deepEqual(withBuiltin([]), [BUILTIN_ENDPOINT]);
    assert.deepEqual(withBuiltin([CLUSTER]), [CLUSTER, BUILTIN_ENDPOINT]);
    assert.deepEqual(withBuiltin([own, CLUSTER]), [own, CLUSTER]);
    assert.deepEqual(withBuiltin([namesake]), [namesake]);
  });
});

describe("words from elsewhere", () => {
  it("make no links and no pictures in the editor's own places", () => {
    assert.equal(
      inertText("Voilà [une\n clé](command:euroscribe.setApiKey)  $(lock)"),
      "Voilà [une clé] (command:euroscribe.setApiKey) $ (lock)",
    );
    assert.equal(withoutMarkup("[a](b)[c](d)"), "[a] (b)[c] (d)");
    assert.equal(inertText("🇪🇺ą".repeat(100), 5), "🇪🇺ą🇪…");
  });
});
