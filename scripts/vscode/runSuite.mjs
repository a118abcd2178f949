// Runs the integration tests in one VS Code: node scripts/vscode/runSuite.mjs newest|oldest BUNDLES
// Its own process, so that scripts/test.mjs can bound and end it as a whole.

import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { runTests } from "@vscode/test-electron";
import { importSource } from "../run/importSource.mjs";
import { root } from "../run/root.mjs";
import { obtainVSCode } from "./obtainVSCode.mjs";

const name = process.argv[2] === "oldest" ? "oldest" : "newest";
// VS Code, in our process group, is told as well: it ends, and then so do we, with what we made tidied away.
process.on("SIGTERM", () => {});
// scripts/test.mjs holds our standard input open as long as it lives.
if (process.env.EUROSCRIBE_TEST_RESULTS) process.stdin.resume().once("end", endGroup);
const folder = await realpath(await mkdtemp(path.join(tmpdir(), "euroscribe-tests-")));
try {
  const { executable, description } = await obtainVSCode(name);
  console.log(`In ${description}:`);
  const workspace = path.join(folder, "workspace");
  const fixture = path.join(root, "test/fixtures/workspace");
  if (existsSync(fixture)) await cp(fixture, workspace, { recursive: true });
  else await mkdir(workspace);
  const userData = path.join(folder, "user-data");
  await mkdir(path.join(userData, "User"), { recursive: true });
  await writeFile(path.join(userData, "User/settings.json"), JSON.stringify(quietSettings()));
  const office = await makeOffice();
  const runIn = async (opened, env = {}) =>
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: root,
      extensionTestsPath: path.join(path.resolve(process.argv[3] ?? "out/integration"), "index.cjs"),
      extensionTestsEnv: { ...office, ...env },
      launchArgs: [opened, `--user-data-dir=${userData}`, `--extensions-dir=${path.join(folder, "extensions")}`],
    });
  await runIn(workspace);
  const grep = process.env.EUROSCRIBE_TEST_GREP ?? "";
  if (grep === "" || grep.includes("P1")) await runIn(await severalFolders(workspace), { EUROSCRIBE_TEST_GREP: "P1:" });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  process.stdin.destroy();
}

/** A certificate that only an organisation's own computers trust: one more of the system's, as Node on Linux is told of them. */
async function makeOffice() {
  const { makeCertificate } = await importSource("test/support/makeCertificate.ts");
  const { cert, key } = makeCertificate({ host: "DNS:llm.office.test" });
  const files = { cert: path.join(folder, "office.pem"), key: path.join(folder, "office.key") };
  await writeFile(files.cert, cert);
  await writeFile(files.key, key);
  return { SSL_CERT_FILE: files.cert, EUROSCRIBE_OFFICE_KEY: files.key };
}

/** Settings come from other places where a window has several folders. */
async function severalFolders(first) {
  const file = path.join(folder, "several.code-workspace");
  const second = path.join(folder, "second");
  await mkdir(second, { recursive: true });
  await writeFile(file, JSON.stringify({ folders: [{ path: first }, { path: second }], settings: {} }));
  return file;
}

function endGroup() {
  if (process.platform === "win32") process.exit(1);
  process.kill(-process.pid, "SIGTERM");
}

/** Nothing of VS Code's own should come between a test and the window. */
function quietSettings() {
  return {
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": false,
    "chat.disableAIFeatures": true,
    "extensions.ignoreRecommendations": true,
    "git.enabled": false,
    "telemetry.telemetryLevel": "off",
    "window.dialogStyle": "custom",
  };
}
