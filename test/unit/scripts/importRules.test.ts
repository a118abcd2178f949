import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, it } from "mocha";

const CORE = [
  "src/core/errors.ts",
  "src/core/chat/chatModel.ts",
  "src/core/chat/retry.ts",
  "src/core/languages.ts",
  "src/core/diff/compareTexts.ts",
  "src/core/markdown/parse.ts",
  "src/core/writing/task.ts",
  "src/core/writing/runTask.ts",
  "src/core/writing/languageDetector.ts",
  "src/core/document/segment.ts",
  "src/core/memory/glossary.ts",
  "src/core/detection/detectLanguage.ts",
  "src/core/typography/rules.ts",
];
/** What every folder of core may use. */
const SHARED = ["src/core/errors.ts", "src/core/languages.ts", "src/core/diff/compareTexts.ts"];
const NODE = ["node:fs", "node:fs/promises", "undici", "node-llama-cpp"];

/** Everything that somebody may not import somewhere. */
const TARGETS = [
  "vscode",
  ...NODE,
  ...CORE,
  "src/extension.ts",
  "src/protocol.ts",
  "src/editor/settings.ts",
  "src/editor/commands/rewrite.ts",
  "src/node/transport.ts",
  "src/engine/builtinModel.ts",
  "src/webview/state.ts",
  "src/cli/main.ts",
];

/** Who may import which of the targets: the arrows of the layout. All others are refused. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  "src/core/limit.ts": CORE,
  "src/core/memory/termBase.ts": CORE,
  "src/core/chat/openaiModel.ts": [...SHARED, "src/core/chat/chatModel.ts", "src/core/chat/retry.ts"],
  "src/core/diff/alignTokens.ts": SHARED,
  "src/core/markdown/compare.ts": [...SHARED, "src/core/markdown/parse.ts"],
  "src/core/writing/prompts.ts": [
    ...SHARED,
    "src/core/chat/chatModel.ts",
    "src/core/markdown/parse.ts",
    "src/core/writing/task.ts",
    "src/core/writing/runTask.ts",
    "src/core/writing/languageDetector.ts",
    "src/core/typography/rules.ts",
  ],
  "src/core/detection/weighPieces.ts": [
    ...SHARED,
    "src/core/writing/languageDetector.ts",
    "src/core/detection/detectLanguage.ts",
  ],
  "src/core/typography/checkTypography.ts": [...SHARED, "src/core/markdown/parse.ts", "src/core/typography/rules.ts"],
  "src/core/document/formats/markdown.ts": CORE.filter((target) => target !== "src/core/chat/retry.ts"),
  "src/node/models/fetchModel.ts": [...NODE, ...CORE, "src/node/transport.ts"],
  "src/engine/engineProcess.ts": [...NODE, ...CORE, "src/engine/builtinModel.ts"],
  "src/editor/connect.ts": TARGETS.filter((target) => !/extension|webview|cli/.test(target)),
  "src/editor/commands/translate.ts": TARGETS.filter((target) => !/extension|webview|cli|commands/.test(target)),
  "src/webview/main.ts": [
    "src/core/languages.ts",
    "src/core/diff/compareTexts.ts",
    "src/core/writing/task.ts",
    "src/protocol.ts",
    "src/webview/state.ts",
  ],
  "src/cli/translate.ts": [...NODE, ...CORE, "src/node/transport.ts", "src/engine/builtinModel.ts", "src/cli/main.ts"],
  "src/newFolder/anything.ts": TARGETS.filter((target) => !/vscode|extension/.test(target)),
  "src/protocol.ts": CORE,
  "src/labels.ts": [...CORE, "src/protocol.ts"],
  "src/extension.ts": TARGETS.filter((target) => !/webview|cli/.test(target)),
  "test/unit/core/limit.test.ts": TARGETS.filter((target) => target !== "vscode"),
};

/** Each on one line, so that a line number says which import was refused. */
const WAYS: readonly ((specifier: string, name: string) => string)[] = [
  (specifier, name) => `import * as ${name} from "${specifier}";`,
  (specifier, name) => `import type { Some as ${name} } from "${specifier}";`,
  (specifier, name) => `export const ${name} = () => import("${specifier}");`,
];

describe("the import rules of biome.json", () => {
  it("refuse what the layout forbids, in each way to import, and nothing else", async function () {
    this.timeout(20_000);
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), "euroscribe-rules-")));
    try {
      await cp("biome.json", path.join(folder, "biome.json"));
      const cases = await writeCases(folder);
      const expected = cases.filter(({ isRefused }) => isRefused).map(({ label }) => label);
      const refused = await lint(folder);
      assert.deepEqual(
        cases.filter(({ at }) => refused.has(at)).map(({ label }) => label),
        expected,
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

interface Case {
  readonly label: string;
  /** File and line. */
  readonly at: string;
  readonly isRefused: boolean;
}

async function writeCases(folder: string): Promise<readonly Case[]> {
  const cases: Case[] = [];
  for (const [file, allowed] of Object.entries(ALLOWED)) {
    const lines: string[] = [];
    for (const target of TARGETS.filter((candidate) => candidate !== file)) {
      for (const write of WAYS) {
        for (const specifier of specifiersFrom(file, target)) {
          const line = write(specifier, `name${lines.length}`);
          lines.push(line);
          const at = `${file}:${lines.length}`;
          cases.push({ label: `${file}: ${line}`, at, isRefused: !allowed.includes(target) });
        }
      }
    }
    await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
    await writeFile(path.join(folder, file), lines.join("\n"));
  }
  return cases;
}

/** The straight way to the target, and where there is one the way round by the folder above. */
function specifiersFrom(file: string, target: string): readonly string[] {
  if (!target.startsWith("src/")) return [target];
  const folder = path.posix.dirname(file);
  const relative = path.posix.relative(folder, target);
  if (relative.startsWith(".")) return [relative];
  return [`./${relative}`, `../${path.posix.basename(folder)}/${relative}`];
}

interface Report {
  readonly diagnostics: readonly {
    readonly location: { readonly path: string; readonly start: { readonly line: number } };
  }[];
}

async function lint(folder: string): Promise<ReadonlySet<string>> {
  const biome = path.resolve("node_modules/@biomejs/biome/bin/biome");
  const args = [biome, "lint", "--only=style/noRestrictedImports", "--reporter=json", "--max-diagnostics=none"];
  const options = { cwd: folder, maxBuffer: 2 ** 26 };
  const run = promisify(execFile)(process.execPath, [...args, "--vcs-enabled=false", "."], options);
  // It exits with 1 when it finds something, and here it does.
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error);
  const report: Report = JSON.parse(stdout);
  return new Set(
    report.diagnostics.map(({ location }) => `${location.path.replaceAll("\\", "/")}:${location.start.line}`),
  );
}
