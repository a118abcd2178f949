import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createSendPermission, type Permission, type PermissionQuestion } from "../../../src/editor/sendPermission.ts";
import { memoryState } from "../../support/memoryState.ts";

const THERE = "https://api.example.eu/v1";

function permissionWith(answers: readonly (Permission | Error)[], state = memoryState()) {
  const asked: PermissionQuestion[] = [];
  const permission = createSendPermission({
    state,
    ask: async (question) => {
      const answer = answers[asked.length] ?? assert.fail(`asked more than ${answers.length} times`);
      asked.push(question);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const may = (address: string, what: "text" | "test" = "text") =>
    permission.require(address, { what }).then(
      () => true,
      (error: { kind: string }) => {
        assert.equal(error.kind, "cancelled");
        return false;
      },
    );
  return { permission, may, asked, state };
}

describe("the permission to send", () => {
  it("isn't asked for on this computer", async () => {
    const { may, asked } = permissionWith([]);
    for (const host of ["localhost:1", "127.0.0.1", "127.8.0.1:80", "[::1]:8080"]) {
      assert.equal(await may(`http://${host}/v1`), true);
    }
    assert.equal(asked.length, 0);
  });

  it("Always is remembered by origin: not for another port, scheme or host, and in the next window as well", async () => {
    const first = permissionWith(["always"]);
    assert.deepEqual([await first.may(THERE), await first.may("https://api.example.eu/other/path")], [true, true]);
    assert.deepEqual(first.asked, [{ origin: "https://api.example.eu", isEncrypted: true, what: "text" }]);
    const next = permissionWith(["no", "no", "no"], first.state);
    assert.deepEqual(
      [
        await next.may(THERE),
        await next.may("https://api.example.eu:8443/v1"),
        await next.may("http://api.example.eu/v1"),
        await next.may("https://api.example.eu.evil.example/v1"),
      ],
      [true, false, false, false],
    );
  });

  it("Once is for once, and No for as often as it is said", async () => {
    const { may, asked } = permissionWith(["once", "no", "once"]);
    assert.deepEqual([await may(THERE), await may(THERE), await may(THERE)], [true, false, true]);
    assert.equal(asked.length, 3);
  });

  it("a question that can't be asked is a no", async () => {
    const { may } = permissionWith([new Error("refused to show dialog"), "once"]);
    assert.deepEqual([await may(THERE), await may(THERE)], [false, true]);
  });

  it("a test of an encrypted address needs none, and gives none; one that isn't encrypted does", async () => {
    const { may, asked } = permissionWith(["no", "always"]);
    assert.equal(await may(THERE, "test"), true);
    assert.equal(await may(THERE), false);
    assert.equal(await may("http://10.0.0.5:8000/v1", "test"), true);
    assert.equal(await may("http://10.0.0.5:8000/v1"), true);
    assert.deepEqual(asked, [
      { origin: "https://api.example.eu", isEncrypted: true, what: "text" },
      { origin: "http://10.0.0.5:8000", isEncrypted: false, what: "test" },
    ]);
  });

  it("asks one question at a time, and none that was answered for good meanwhile", async () => {
    const { may, asked } = permissionWith(["once", "always"]);
    assert.deepEqual(await Promise.all(Array.from({ length: 20 }, () => may(THERE))), Array(20).fill(true));
    assert.equal(asked.length, 2);
  });

  it("a cancelled run isn't asked about, nor one that waits behind another's question", async () => {
    const { permission, asked } = permissionWith(["once", "once"]);
    const controller = new AbortController();
    const first = permission.require(THERE, { what: "text" });
    const second = permission.require(THERE, { what: "text", signal: controller.signal });
    controller.abort();
    await first;
    await assert.rejects(second, { kind: "cancelled" });
    assert.equal(asked.length, 1);
  });

  it("is forgotten, and garbage in the state allows nothing", async () => {
    const first = permissionWith(["always", "no"]);
    await first.may(THERE);
    await first.permission.forget("https://api.example.eu");
    assert.equal(await first.may(THERE), false);
    for (const garbage of ["https://api.example.eu", { 0: "https://api.example.eu" }, [7, null], null]) {
      assert.equal(await permissionWith(["no"], memoryState({ originsAllowed: garbage })).may(THERE), false);
    }
  });

  it("throws invalidSettings for no address, and asks nothing", async () => {
    const { permission } = permissionWith([]);
    await assert.rejects(permission.require("file:///etc/passwd", { what: "text" }), { kind: "invalidSettings" });
  });
});
