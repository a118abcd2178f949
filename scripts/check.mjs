// `npm run check`: types, lint, import rules and format.
import { listChecks, runCheck } from "./run/checks.mjs";

for (const check of listChecks()) {
  const { isOk, output } = await runCheck(check);
  console.log(`${isOk ? "✔" : "✘"} ${check.name}`);
  if (isOk) continue;
  console.log(output);
  process.exitCode = 1;
}
