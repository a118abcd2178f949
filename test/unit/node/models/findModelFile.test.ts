import assert from "node:assert/strict";
import { mkdtemp, rm, utimes, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, it } from "mocha";
import type { CatalogueModel } from "../../../../src/core/models.ts";
import { findModelFile } from "../../../../src/node/models/findModelFile.ts";
import { modelsFolder } from "../../../../src/node/models/modelsFolder.ts";
import { isTrustedFile, writeStamp } from "../../../../src/node/models/trustedFile.ts";
import { sha256Of } from "./fakeHub.ts";

const EUROLLM = "EuroLLM-1.7B-Instruct.Q4_K_M.gguf";
const CODER = "qwen2.5-coder-1.5b-instruct-q4_k_m.gguf";
const CODER_SHA256 = "cc324af070c2ecbfd324a30884d2f951a7ff756aba85cb811a6ec436933bb046";

let folder = "";
const inFolder = (name: string) => path.join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "euroscribe-models-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("findModelFile", () => {
  it("names the model that is wanted where there is none", async () => {
    await assert.rejects(findModelFile("auto", "translate", folder), {
      kind: "modelMissing",
      detail: { model: "eurollm-1.7b-instruct" },
    });
    await assert.rejects(findModelFile("auto", "rewrite", folder), {
      kind: "modelMissing",
      detail: { model: "qwen2.5-1.5b-instruct" },
    });
    for (const model of ["eurollm-1.7b-instruct", "unknown", "relative.gguf", inFolder("none.gguf"), folder]) {
      await assert.rejects(findModelFile(model, "translate", folder), { kind: "modelMissing", detail: { model } });
    }
  });

  it("finds the task's model, and the one that serves every task where the first choice isn't there", async () => {
    await writeFile(inFolder(CODER), "stamped as whole");
    await writeStamp(inFolder(CODER), CODER_SHA256);
    const coder = { path: inFolder(CODER), name: "Qwen2.5 Coder 1.5B Instruct" };
    assert.deepEqual(await findModelFile("auto", "translate", folder), coder);
    await writeFile(inFolder(EUROLLM), "GGUF from a friend");
    const eurollm = { path: inFolder(EUROLLM), name: "EuroLLM 1.7B Instruct" };
    assert.deepEqual(await findModelFile("auto", "translate", folder), eurollm);
    assert.deepEqual(await findModelFile("auto", "summarize", folder), coder);
    assert.deepEqual(await findModelFile("eurollm-1.7b-instruct", "summarize", folder), eurollm);
  });

  it("takes a path", async () => {
    const file = inFolder("My Model.gguf");
    await writeFile(file, "GGUF");
    assert.deepEqual(await findModelFile(file, "translate", folder), { path: file, name: "My Model" });
    const home = `~/${path.relative(homedir(), file)}`;
    assert.equal((await findModelFile(home, "translate", folder)).name, "My Model");
  });
});

describe("isTrustedFile", () => {
  const content = Buffer.from("GGUF and what follows");
  const model: CatalogueModel = {
    id: "test",
    name: "Test",
    licence: "Apache-2.0",
    fileName: "test.gguf",
    repository: "owner/test",
    tasks: [],
    contextTokens: 1,
    sha256: sha256Of(content),
  };

  it("computes the hash once, and again when the file has changed", async () => {
    const file = inFolder("test.gguf");
    await writeFile(file, content);
    await utimes(file, 1000, 1000);
    assert.equal(await isTrustedFile(file, model), true);
    // Same length and time: the stamp's word is taken, and the change isn't seen.
    await writeFile(file, Buffer.alloc(content.length, "x"));
    await utimes(file, 1000, 1000);
    assert.equal(await isTrustedFile(file, model), true);
    await utimes(file, 2000, 2000);
    assert.equal(await isTrustedFile(file, model), false);
  });

  it("believes no stamp of another file, and no folder", async () => {
    const file = inFolder("test.gguf");
    await writeFile(file, "something else");
    await writeStamp(file, sha256Of(Buffer.from("something else")));
    assert.equal(await isTrustedFile(file, model), false);
    assert.equal(await isTrustedFile(folder, model), false);
  });

  it("takes a file that nobody knows the hash of only if it is a GGUF file", async () => {
    const { sha256: _, ...unknown } = model;
    await writeFile(inFolder("a.gguf"), "<html>Log in first</html>");
    assert.equal(await isTrustedFile(inFolder("a.gguf"), unknown), false);
    await writeFile(inFolder("a.gguf"), "GGUF");
    assert.equal(await isTrustedFile(inFolder("a.gguf"), unknown), true);
  });
});

describe("modelsFolder", () => {
  it("is the user's cache, or what EUROSCRIBE_MODELS names", () => {
    assert.equal(modelsFolder({}), path.join(homedir(), ".cache", "euroscribe", "models"));
    assert.equal(modelsFolder({ EUROSCRIBE_MODELS: "" }), modelsFolder({}));
    assert.equal(modelsFolder({ EUROSCRIBE_MODELS: folder }), folder);
  });
});
