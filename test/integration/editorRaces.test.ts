import assert from "node:assert/strict";
import fc from "fast-check";
import { after, afterEach, before, describe, it } from "mocha";
import { type AnsweringServer, serveAnswers } from "../support/answeringServer.ts";
import { closeAll, notificationsOf, useEndpoints, useServer } from "../support/editor.ts";
import { type Action, action, RaceScene } from "../support/raceScene.ts";

const { EUROSCRIBE_SEED = "24" } = process.env;
const SEED = EUROSCRIBE_SEED === "random" ? Date.now() % 2 ** 31 : Number(EUROSCRIBE_SEED);
const RUNS = Number(process.env.EUROSCRIBE_RACES ?? 12);

/** Comes before the random ones: here something is accepted for certain. */
const PLAIN: Action[] = [
  { kind: "review", words: ["bravo", "golf"], isHeld: false },
  { kind: "type", at: 0, length: 0 },
  { kind: "accept", which: 0, twice: true },
  { kind: "replace", words: ["alpha"], isHeld: true },
  { kind: "type", at: 0, length: 1 },
  { kind: "release" },
];

/**
 * What a user does while runs are under way, in random order. After each step the document is exactly what that step
 * alone makes of it, and what Accept did one undo takes back. EUROSCRIBE_SEED, a number or `random`, makes other ones,
 * and EUROSCRIBE_RACES more of them.
 */
describe(`editor races (E1, E2, E3; I1-I3), seed ${SEED}`, function () {
  this.timeout(300_000);
  let server: AnsweringServer;

  before(async () => {
    server = await serveAnswers((text) => text.toUpperCase());
    await useServer(server.url, { concurrency: 3 });
  });
  afterEach(closeAll);
  after(async () => {
    await useEndpoints(undefined);
    await server.close();
  });

  it("the document holds what was typed and what was accepted, and nothing else", async () => {
    const rejections: unknown[] = [];
    const note = (reason: unknown) => {
      if (reason instanceof Error && reason.stack?.includes("euroscribe")) rejections.push(reason);
    };
    process.on("unhandledRejection", note);
    try {
      await notificationsOf(async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(action, { minLength: 6, maxLength: 14 }), async (actions) => {
            const scene = await RaceScene.open(server);
            try {
              for (const step of actions) await scene.take(step);
            } finally {
              await scene.close();
            }
          }),
          { seed: SEED, numRuns: RUNS, endOnFailure: true, examples: [[PLAIN]] },
        );
      });
    } finally {
      process.removeListener("unhandledRejection", note);
    }
    assert.deepEqual(rejections, [], "I3");
    assert.ok(
      RaceScene.accepted > 0 && RaceScene.placed > 0,
      `${RaceScene.accepted} accepted, ${RaceScene.placed} put in place`,
    );
  });
});
