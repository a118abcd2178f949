// Mocha's reporter here: one JSON object a line in the file that EUROSCRIBE_TEST_RESULTS names, written at once, so
// that scripts/test.mjs can show the tests of an extension host, whose console it doesn't see, as they end.
// A last line `{"kind":"end"}` says that the run came to its end.
const { appendFileSync } = require("node:fs");

module.exports = class ResultsReporter {
  constructor(runner) {
    const file = process.env.EUROSCRIBE_TEST_RESULTS;
    const write = (event) => {
      const line = JSON.stringify(event);
      if (file) appendFileSync(file, `${line}\n`);
      else console.log(line);
    };
    const name = (test) => test.titlePath().join(" › ");
    runner.on("pass", (test) => write({ kind: "passed", name: name(test), ms: test.duration }));
    runner.on("pending", (test) => write({ kind: "skipped", name: name(test) }));
    runner.on("fail", (test, error) => write({ kind: "failed", name: name(test), message: describe(error) }));
    runner.once("end", () => write({ kind: "end" }));
  }
};

function describe(error) {
  const lines = [error?.stack ?? String(error)];
  for (const key of ["actual", "expected"]) {
    if (error && key in error) lines.push(`${key}: ${show(error[key])}`);
  }
  if (error?.cause) lines.push(`cause: ${error.cause.stack ?? error.cause}`);
  return lines.join("\n");
}

function show(value) {
  const text =
    typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value, undefined, 2) ?? String(value));
  return text.length > 4000 ? `${text.slice(0, 4000)} …` : text;
}
