import assert from "node:assert/strict";
import { beforeEach, describe, it } from "mocha";
import { activeReview, notificationsOf, openText, run, selectAll } from "../support/editor.ts";
import { serveSuite } from "../support/serveSuite.ts";

const GERMAN = "Wir haben Ihren Antrag erhalten und melden uns, sobald die Gemeinde ihn bearbeitet hat.";
const WARNING = "The selection is in Deutsch already.";

describe("a selection that is in the target language already", () => {
  const server = serveSuite((text) => `${text} Ja.`);
  beforeEach(() => server.requests.splice(0));

  it("is asked about before it is sent, and correcting it is offered", async () => {
    selectAll(await openText("Guten Morgen"));
    await run("translate", { to: "de", apply: "copy" });
    server.requests.splice(0);
    selectAll(await openText(GERMAN));
    const shown = await notificationsOf(async () => void (await run("translate")));
    assert.deepEqual(shown, [[WARNING, "Correct Instead", "Translate Anyway"]]);
    assert.equal(server.requests.length, 0);
    assert.equal(activeReview(), undefined);
  });

  it("is told of where the caller names the language, and sent", async () => {
    selectAll(await openText(GERMAN));
    const shown = await notificationsOf(async () => void (await run("translate", { to: "de", apply: "copy" })));
    assert.deepEqual(shown[0], [WARNING, "Correct Instead"]);
    assert.notEqual(server.requests.length, 0);
  });

  it("isn't told of in another language, in a variant, or where it isn't sure", async () => {
    for (const [text, to] of [
      [GERMAN, "fr"],
      ["Guten Morgen", "de"],
      ["We have received your application and will get back to you soon.", "en-GB"],
    ] as const) {
      selectAll(await openText(text));
      const shown = await notificationsOf(async () => void (await run("translate", { to, apply: "copy" })));
      assert.deepEqual(
        shown.filter(([message]) => message?.startsWith("The selection is in")),
        [],
        text,
      );
    }
  });
});
