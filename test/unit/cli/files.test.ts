import assert from "node:assert/strict";
import { chmod, mkdir, rm, stat, symlink } from "node:fs/promises";
import path from "node:path";
import { describe, it } from "mocha";
import { louder, type Outcome } from "../../support/cliProject.ts";
import { answerWith, textToWorkOn } from "../../support/fakeServer/models.ts";
import { withServer } from "./withServer.ts";

const MALTESE = "# Il-ktieb\r\n\r\nAqra `x` u [hawn](a.md).\r\n";
/** Headings have other anchors then. */
const renaming = answerWith((text) => louder(text).replace("DIO TRIA", "DEUX TROIS").replace("ENA", "EN"));
const events = ({ out }: Outcome) => out.split("\n").flatMap((line) => (line ? [JSON.parse(line)] : []));

describe("the command line: files", () => {
  it("writes beside the source, in each language, and nothing but the prose changes", async () => {
    await withServer({ "docs/α.md": `\ufeff${MALTESE}`, "b.mdx": "δύο λέξεις" }, async (project, server) => {
      const outcome = await project.translate("docs/α.md", "b.mdx", "--to", "fr,bg", "--from", "mt");
      assert.deepEqual([outcome.exit, outcome.err], [0, ""]);
      assert.deepEqual(await project.list(), [
        "b.bg.mdx",
        "b.fr.mdx",
        "b.mdx",
        "docs/α.bg.md",
        "docs/α.fr.md",
        "docs/α.md",
      ]);
      assert.equal(await project.read("docs/α.fr.md"), "\ufeff# IL-KTIEB\r\n\r\nAQRA `x` u [HAWN](a.md).\r\n");
      assert.deepEqual(server.requests.map((request) => textToWorkOn(request)).toSorted(), [
        "Aqra `x` u [hawn](a.md).",
        "Aqra `x` u [hawn](a.md).",
        "Il-ktieb",
        "Il-ktieb",
        "δύο λέξεις",
        "δύο λέξεις",
      ]);
    });
  });

  it("has links point to what they pointed to, from where the translation lands", async () => {
    const files = { "docs/a.md": "# Ena dio\n\nΔες [tria](#ena-dio), [b](b.md#x) και [c](../c.md).\n" };
    await withServer(files, async (project) => {
      await project.translate("docs/a.md", "--to", "fr", "--from", "el", "--out", "{dir}/fr/{name}{ext}");
      assert.equal(
        await project.read("docs/fr/a.md"),
        "# ENA DIO\n\nΔΕΣ [TRIA](#ena-dio), [b](../b.md#x) ΚΑΙ [c](../../c.md).\n",
      );
    });
  });

  it("has links lead to other translations where that is wished, whichever was written first", async () => {
    const files = {
      "a.md": "# Ena\n\n[b](sub/b.md#dio-tria) [c](c.md) [alone](LICENSE.md)\n",
      "sub/b.md": "# Dio tria\n\n[a](../a.md#ena)\n",
      "c.md": "ena\n",
      "LICENSE.md": "ena\n",
    };
    await withServer(files, async (project, server) => {
      server.play(renaming);
      const args = ["a.md", "sub/b.md", "c.md", "--to", "fr", "--from", "el", "--link-translations"];
      const translate = () => project.translate(...args, "--out", "fr/{dir}/{name}{ext}");
      assert.equal((await translate()).exit, 0);
      const read = async () => [await project.read("fr/a.md"), await project.read("fr/sub/b.md")];
      const expected = [
        "# EN\n\n[b](sub/b.md#deux-trois) [c](c.md) [ALONE](../LICENSE.md)\n",
        "# DEUX TROIS\n\n[a](../a.md#en)\n",
      ];
      assert.deepEqual(await read(), expected);
      const timeOf = async () => (await stat(path.join(project.folder, "fr/a.md"))).mtimeMs;
      const before = await timeOf();
      assert.equal((await translate()).exit, 0);
      assert.deepEqual(await read(), expected);
      assert.equal(await timeOf(), before, "what is the same keeps its time");
    });
  });

  it("pins the anchors of headings where that is wished", async () => {
    await withServer({ "a.md": "# Dio tria\n\n[tria](#dio-tria)\n" }, async (project, server) => {
      server.play(renaming);
      await project.translate("a.md", "--to", "fr", "--from", "el", "--pin-anchors");
      assert.equal(await project.read("a.fr.md"), "# DEUX TROIS {#dio-tria}\n\n[TRIA](#dio-tria)\n");
    });
  });

  it("takes the Markdown of folders, without what is a translation already", async () => {
    const files = {
      "docs/en/a.md": "ena",
      "docs/en/deep/b.md": "dio",
      "docs/en/requirements.txt": "tria",
      "docs/en/node_modules/x.md": "x",
      "docs/en/.hidden/y.md": "y",
      "docs/fr/a.md": "old",
      "README.md": "tessera",
      "README.sl.md": "old",
    };
    await withServer(files, async (project, server) => {
      await project.translate("docs", "README.md", "--to", "fr,lv", "--out", "{dir}/../{lang}/{name}{ext}");
      assert.deepEqual(server.requests.map(textToWorkOn).toSorted(), ["dio", "dio", "ena"]);
      server.play(answerWith(louder));
      const { exit, out } = await project.translate(".", "--to", "et");
      assert.equal(exit, 0);
      assert.match(out, /README\.md → README\.et\.md/u);
      assert.ok(!out.includes("README.sl.md"), out);
    });
  });

  it("exits with 1 for a kept source, which it names by line, and with 0 for what is only doubtful", async () => {
    const script = answerWith((text) =>
      text.includes("και") ? "wrong `y` `z`" : text.replace("3", "4").toUpperCase(),
    );
    await withServer(
      { "a.md": "ena 3\n\nκαι `x` δύο\n" },
      async (project) => {
        const { exit, out } = await project.translate("a.md", "--to", "fi", "--json");
        assert.equal(exit, 1);
        const [document] = events({ exit, out, err: "" }).filter(({ event }) => event === "document");
        assert.deepEqual(
          document.issues.map(({ kind, line, column, findings }: Record<string, unknown>) => [
            kind,
            line,
            column,
            (findings as { kind: string }[])[0]?.kind,
          ]),
          [
            ["doubt", 1, 1, "numbers"],
            ["fault", 3, 1, "code"],
          ],
        );
        assert.equal(await project.read("a.fi.md"), "ENA 4\n\nκαι `x` δύο\n");
        await project.write("b.md", "ena 3\n");
        const doubtful = await project.translate("b.md", "--to", "fi");
        assert.equal(doubtful.exit, 0);
        assert.match(doubtful.out, /^b\.fi\.md:1:1: warning: please check: numbers differ/mu);
      },
      script,
    );
  });

  it("goes on past files that can't be translated, says why, and leaves them as they are", async () => {
    const latin = new Uint8Array([0xe9, 0x0a]);
    const files = { "latin.md": latin, "binary.md": "a\0b", "tool.exe": "x", "good.md": "ena\n", "empty.md": "" };
    await withServer(files, async (project) => {
      await mkdir(path.join(project.folder, "folder"));
      const names = ["latin.md", "binary.md", "tool.exe", "gone.md", "folder", "empty.md", "good.md"];
      const { exit, err } = await project.translate(...names, "--to", "sv");
      assert.equal(exit, 2);
      for (const sentence of [
        /^latin\.md: .*UTF-8/mu,
        /^binary\.md: .*UTF-8/mu,
        /^tool\.exe: .*format/mu,
        /^gone\.md: there is no such file/mu,
        /^folder: there is no Markdown/mu,
      ])
        assert.match(err, sentence);
      assert.deepEqual(await project.list(), [
        "binary.md",
        "empty.md",
        "empty.sv.md",
        "good.md",
        "good.sv.md",
        "latin.md",
        "tool.exe",
      ]);
    });
  });

  it("writes nothing where two results would have one name, or one would leave its place", async () => {
    const files = { "x/a.md": "ena", "y/a.md": "dio", ".git/a.md": "git" };
    await withServer(files, async (project, server) => {
      const cases: readonly (readonly [readonly string[], RegExp])[] = [
        [
          ["x/a.md", "y/a.md", "--out", "out/{name}.{lang}{ext}"],
          /y\/a\.md.*would be written to out\/a\.pl\.md as well/u,
        ],
        [["x/a.md", "--out", "{dir}/{name}{ext}"], /would overwrite x\/a\.md/u],
        [["x/a.md", "--out", "../{name}.{lang}{ext}"], /outside of the working directory/u],
        [["x/a.md", "--out", "{dir}/../../{name}.{lang}{ext}"], /outside of the working directory/u],
        [["x/a.md", "--out", ".git/hooks/{name}"], /nothing is written to \.git/u],
        [["x/a.md", "--out", "link/{name}.{lang}{ext}"], /outside of the working directory/u],
      ];
      await symlink(path.dirname(project.folder), path.join(project.folder, "link"));
      for (const [argv, message] of cases) {
        const { exit, err } = await project.translate(...argv, "--to", "pl");
        assert.equal(exit, 2, argv.join(" "));
        assert.match(err, message);
      }
      assert.deepEqual([await project.list(), server.requests.length], [[".git/a.md", "link", "x/a.md", "y/a.md"], 0]);
    });
  });

  it("leaves nothing half-written in a folder that can't be written to, or that goes away", async () => {
    if (process.getuid?.() === 0 || process.platform === "win32") {
      // To the superuser no folder is read-only; a file in the folder's place is to everybody.
      await withServer({ "x/a.md": "ena", out: "a file" }, async (project) => {
        const { exit, err } = await project.translate("x/a.md", "--to", "el", "--out", "out/{name}.{lang}{ext}");
        assert.equal(exit, 2);
        assert.match(err, /out\/a\.el\.md can't be written: there is a file where a folder has to be/u);
      });
      return;
    }
    await withServer({ "x/a.md": "ena" }, async (project) => {
      await chmod(path.join(project.folder, "x"), 0o500);
      const { exit, err } = await project.translate("x/a.md", "--to", "el");
      await chmod(path.join(project.folder, "x"), 0o700);
      assert.equal(exit, 2);
      assert.match(err, /a\.el\.md can't be written: access is denied/u);
      assert.deepEqual(await project.list(), ["x/a.md"]);
    });
  });

  it("says that a source changed or vanished meanwhile", async () => {
    let meddle = async () => {};
    const script = async (request: Parameters<ReturnType<typeof answerWith>>[0]) => {
      await meddle();
      return answerWith(louder)(request);
    };
    await withServer(
      { "a.md": "ena\n", "b.md": "dio\n" },
      async (project) => {
        meddle = () => project.write("a.md", "tria\n");
        const changed = await project.translate("a.md", "--to", "da");
        assert.match(changed.out, /a\.md: it has changed while it was translated/u);
        assert.deepEqual([changed.exit, await project.read("a.da.md")], [0, "ENA\n"]);
        meddle = () => rm(path.join(project.folder, "b.md"), { force: true });
        const vanished = await project.translate("a.md", "b.md", "--to", "da");
        assert.match(vanished.err, /^b\.md.*: there is no such file/mu);
        assert.deepEqual([vanished.exit, await project.read("a.da.md")], [2, "TRIA\n"]);
      },
      script,
    );
  });
});
