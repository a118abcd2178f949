import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { createEndpointCommands } from "../../../src/editor/endpoints/endpointCommands.ts";
import { Late } from "../../../src/editor/late.ts";
import { unhandledRejections } from "../chat/resources.ts";

describe("what is loaded with its first use", () => {
  it("is loaded once, however many want it at once", async () => {
    let loads = 0;
    const late = new Late(async () => ++loads);
    assert.deepEqual(await Promise.all([late.get(), late.get()]), [1, 1]);
    assert.equal(await late.get(), 1);
  });

  it("is tried anew after a failure, which nobody but those who asked hears of (I3)", async () => {
    const rejections = unhandledRejections();
    let loads = 0;
    const late = new Late(async () => {
      loads += 1;
      if (loads === 1) throw new Error("the disk is away");
      return loads;
    });
    const failing = late.get();
    let used = 0;
    late.ifLoaded(() => {
      used += 1;
    });
    await assert.rejects(failing, /the disk is away/);
    assert.equal(await late.get(), 2);
    late.ifLoaded((value) => {
      used += value;
    });
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(used, 2);
    assert.deepEqual(rejections.stop(), []);
  });

  it("is left alone where it wasn't used", () => {
    new Late(async () => assert.fail("loaded")).ifLoaded(() => assert.fail("used"));
  });

  it("of the endpoint commands can't be loaded: each says so, and nothing else happens", async () => {
    // Outside of VS Code their code has nothing to stand on. A tool that is touched is an error of another kind.
    const untouched = new Proxy({}, { get: (_, name) => assert.fail(`${String(name)} was used`) });
    const commands = createEndpointCommands(untouched as Parameters<typeof createEndpointCommands>[0]);
    for (const [name, command] of Object.entries(commands)) {
      if (name === "setApiKey") continue;
      for (let turn = 0; turn < 2; turn += 1)
        await assert.rejects(async () => command({}), { code: /MODULE_NOT_FOUND$/ });
    }
  });
});
