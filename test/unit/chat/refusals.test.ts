import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { json } from "../../support/fakeServer/wholeReply.ts";
import { converse } from "./converse.ts";
import { REFUSALS, VLLM_OVERFLOW } from "./refusalCases.ts";
import { withoutPauses } from "./withoutPauses.ts";

describe("T9 an endpoint that refuses", () => {
  for (const [name, reply, kind, detail, requests] of REFUSALS) {
    it(`${name}: ${kind}`, async () => {
      const { error, ...conversation } = await converse(reply, { model: { queue: withoutPauses() } });
      assert.deepEqual([error?.kind, error?.detail, conversation.requests.length], [kind, detail, requests]);
    });
  }

  it("the user's own words, repeated by the server, decide nothing", async () => {
    const echoed = json(
      {
        detail: [
          {
            type: "missing",
            loc: ["body", "model"],
            msg: "Field required",
            input: { messages: VLLM_OVERFLOW, max_tokens: 3 },
          },
        ],
      },
      { status: 422 },
    );
    const { error } = await converse(echoed);
    assert.deepEqual([error?.kind, error?.detail.reason], ["badRequest", "HTTP 422"]);
  });
});
