import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { startFakeServer } from "../../support/fakeServer/fakeServer.ts";
import { echo } from "../../support/fakeServer/models.ts";
import { CANARIES } from "./canaries.ts";
import { converse } from "./converse.ts";

describe("T11 a redirect", () => {
  for (const status of [300, 301, 302, 303, 307, 308]) {
    it(`${status} to another origin: not followed, and named`, async () => {
      const second = await startFakeServer(echo);
      const location = `${second.origin}/v1/chat/completions?${CANARIES.key}`;
      const { error, requests } = await converse({ status, headers: { location } });
      assert.deepEqual([error?.kind, error?.detail], ["redirect", { status, origin: second.origin }]);
      assert.deepEqual([second.connections(), requests.length], [0, 1]);
      await second.close();
    });
  }

  it("to where else it may point: named by origin or scheme, and nothing is sent", async () => {
    const cases: [string | undefined, RegExp | undefined][] = [
      ["/elsewhere", /^http:\/\/127\.0\.0\.1:\d+$/],
      ["//example.invalid/x", /^http:\/\/example\.invalid$/],
      ["https://user:secret@example.invalid/x", /^https:\/\/example\.invalid$/],
      ["file:///etc/passwd", /^file:$/],
      ["javascript:alert(1)", /^javascript:$/],
      [`https://${"a".repeat(2000)}.invalid/x`, /^https:\/\/a{292}$/],
      ["http://", undefined],
      [undefined, undefined],
    ];
    for (const [location, origin] of cases) {
      const { error, requests } = await converse({ status: 307, headers: location === undefined ? {} : { location } });
      assert.equal(error?.kind, "redirect", location);
      if (origin) assert.match(error?.detail.origin ?? "", origin);
      else assert.equal(error?.detail.origin, undefined);
      assert.equal(requests.length, 1);
    }
  });

  it("that the host hides is one all the same", async () => {
    const hidden = { status: 0, type: "opaqueredirect", headers: { get: () => null }, body: null };
    const { error } = await converse(echo, { model: { fetch: async () => hidden } });
    assert.deepEqual([error?.kind, error?.detail], ["redirect", {}]);
  });
});
