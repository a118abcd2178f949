// Plays an engine process for the tests of builtinModel.ts. The "model" that it is asked to load is a JSON file that
// says what happens: see fakeEngine.ts.
import { existsSync, readFileSync, writeFileSync } from "node:fs";

let scenario = {};
let stopId;

process.on("disconnect", () => process.exit());
process.on("message", async (message) => {
  if (message.kind === "load") await load(message);
  if (message.kind === "complete") await complete(message);
  if (message.kind === "cancel" && !scenario.ignoresCancel) stopId = message.id;
});

async function load({ modelPath }) {
  scenario = JSON.parse(readFileSync(modelPath, "utf8"));
  const marker = `${modelPath}.began`;
  const isFirst = !existsSync(marker);
  writeFileSync(marker, String(process.pid));
  if (scenario.firstOnly && !isFirst) scenario = { answer: scenario.answer };
  await pause(scenario.loadMs ?? 0);
  if (scenario.exitAtLoad !== undefined) die(scenario.exitAtLoad);
  else if (scenario.loadFailed) process.send({ kind: "loadFailed", ...scenario.loadFailed });
  else process.send({ kind: "ready", contextTokens: 100, threads: 1 });
}

async function complete({ id, messages }) {
  if (scenario.failed) return process.send({ kind: "failed", id, ...scenario.failed });
  const answer = scenario.answer ?? messages.at(-1).content.split(/(?<= )/);
  for (const [index, text] of answer.entries()) {
    if (index === scenario.dieAt?.index) return die(scenario.dieAt);
    if (index === scenario.garbageAt) process.send(scenario.garbage);
    process.send({ kind: "delta", id, text });
    await pause(scenario.deltaMs ?? 0);
    if (stopId === id) break;
  }
  const stop = stopId === id ? "cancelled" : (scenario.stop ?? "end");
  const counts = { promptTokens: 7, reusedTokens: 0, completionTokens: answer.length, promptMs: 1, answerMs: 1 };
  process.send({ kind: "done", id, stop, ...counts });
}

/** Not before what was said has arrived. */
async function die({ code, signal, stderr = "" }) {
  await pause(20);
  process.stderr.write(stderr, () => (signal ? process.kill(process.pid, signal) : process.exit(code)));
  await pause(60_000);
}

function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
