import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { parseCommand } from "../../../src/cli/command.ts";
import { withProject } from "../../support/cliProject.ts";

const parse = (line: string) => {
  try {
    const command = parseCommand(line.split(" ").filter((word) => word !== ""));
    return command.kind === "translate" ? command.options : command.kind;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : error;
  }
};

describe("the command line: arguments", () => {
  it("are understood", () => {
    assert.deepEqual(
      parse("translate a.md docs --to fr,PT-pt --to fr --model m --endpoint http://x/v1 --formality formal --json"),
      {
        files: ["a.md", "docs"],
        to: ["fr", "pt-PT"],
        from: undefined,
        endpoint: "http://x/v1",
        model: "m",
        keyEnv: undefined,
        formality: "formal",
        out: "{dir}/{name}.{lang}{ext}",
        concurrency: undefined,
        frontMatterKeys: undefined,
        anchors: "follow",
        linksTranslations: false,
        isForced: false,
        hasMemory: true,
        isJson: true,
      },
    );
    for (const line of ["--help", "-h", "help", "translate --help"]) assert.equal(parse(line), "help");
    assert.equal(parse("clear-memory"), "clearMemory");
  });

  for (const [line, message] of Object.entries({
    "": /What shall be done/u,
    "traduce a.md": /no "traduce"/u,
    "translate --to fr --model m": /Which files/u,
    "translate a.md --model m": /--to is missing/u,
    "translate a.md --to , --model m": /--to is missing/u,
    "translate a.md --to xx --model m": /xx.*24/u,
    "translate a.md --to fr --from tlh --model m": /--from tlh/u,
    "translate a.md --to fr": /--model is missing/u,
    "translate a.md --to fr --model m --formality rude": /--formality takes/u,
    "translate a.md --to fr --model m --concurrency 0": /--concurrency/u,
    "translate a.md --to fr --model m --out {dir}/{language}.md": /no \{language\}/u,
    "translate a.md --to fr --model m --out out/": /names a folder/u,
    "translate a.md --to fr --model m --key-env K": /--key-env goes with --endpoint/u,
    "translate a.md --to fr --model m --key=sk-1": /never an argument/u,
    "translate a.md --to fr --model m --api-key sk-1": /never an argument/u,
    "translate a.md --to fr --model m --colour": /colour/u,
  })) {
    it(`are refused: ${line || "none"}`, () => assert.match(String(parse(line)), message));
  }

  it("that are wrong exit with 2, and a wrong address does so before anything is read", async () => {
    await withProject({ files: { "a.md": "ena" } }, async ({ run, list }) => {
      const base = ["translate", "a.md", "--to", "fr", "--model"];
      assert.equal((await run(["nothing"])).exit, 2);
      for (const url of ["ftp://x", "http://user:secret@x/v1", "nonsense"]) {
        const { exit, err } = await run([...base, "m", "--endpoint", url]);
        assert.deepEqual([exit, err.includes("secret")], [2, false], url);
      }
      const missing = await run([...base, "no-such-model.gguf"]);
      assert.equal(missing.exit, 2);
      assert.match(missing.err, /no-such-model\.gguf isn't on this computer/u);
      assert.deepEqual(await list(), ["a.md"]);
      const help = await run(["--help"]);
      assert.deepEqual([help.exit, help.out.split("\n", 1)[0]?.startsWith("Usage:")], [0, true]);
    });
  });
});
