import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { endpointUrl } from "../../../src/core/chat/endpointUrl.ts";
import { findHost, HOSTS, isInEuropeanUnion } from "../../../src/core/hosts.ts";

describe("the European hosts", () => {
  it("are companies of the EU, reached by https, by name, and say where that is written", () => {
    for (const { url, country, source } of HOSTS) {
      assert.equal(isInEuropeanUnion(country), true);
      assert.match(url, /^https:\/\/[^/]+\/v1$/);
      assert.match(source, /^https:\/\//);
    }
    const names = HOSTS.map(({ name }) => name);
    assert.deepEqual(names, names.toSorted());
  });

  it("are where they say that requests are worked on, and nowhere where they don't", () => {
    assert.deepEqual(
      HOSTS.map(({ name, servers }) => [name, servers]),
      [
        ["Mistral", undefined],
        ["Mistral Europe", "Europe"],
        ["OVHcloud", "EU"],
        ["Scaleway", "Europe"],
      ],
    );
  });

  it("are known by their very origin, however the address goes on", () => {
    const found = (address: string) => findHost(endpointUrl(address).origin)?.name;
    assert.equal(found("https://api.mistral.ai"), "Mistral");
    assert.equal(found("https://API.mistral.ai:443/v1/chat/completions"), "Mistral");
    assert.equal(found("https://api.eu.mistral.ai/v1"), "Mistral Europe");
    for (const address of [
      "http://api.mistral.ai/v1",
      "https://api.mistral.ai:8443/v1",
      "https://api.mistral.ai.example/v1",
      "https://evil.api.mistral.ai/v1",
    ]) {
      assert.equal(found(address), undefined, address);
    }
  });

  it("tell members of the EU from other countries of Europe", () => {
    const countries = ["MT", "IE", "CH", "GB", "NO", "US", "fr"];
    assert.deepEqual(countries.filter(isInEuropeanUnion), ["MT", "IE"]);
  });
});
