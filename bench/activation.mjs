// What activation costs in a real VS Code, beside the built-in Markdown extension in the same window:
//
//   npm run bench:activation
//
// VS Code's own figures, from its list of running extensions: loading and activating, in milliseconds.
const ROUNDS = 7;
const EXTENSIONS = ["Euroscribe", "Markdown Language Features"];

export default async function run({ page, command }) {
  const times = new Map(EXTENSIONS.map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) await page.reload();
    await page.locator(".monaco-workbench .part.statusbar").waitFor();
    const file = page.locator(".explorer-folders-view .monaco-list-row", { hasText: ".md" }).first();
    await file.waitFor();
    await file.dblclick();
    await page.locator(".statusbar-item", { hasText: "Markdown" }).first().waitFor();
    await page.waitForTimeout(3000);
    await command("Developer: Show Running Extensions");
    for (const name of EXTENSIONS) times.get(name).push(await activationTime(page, name));
    // The list covers the window like a dialog, under which no command can be called.
    await page.keyboard.press("Escape");
    await command("View: Close All Editors");
  }
  for (const [name, values] of times) console.log(`${name}: median ${median(values)} ms (${values.join(", ")})`);
  const [ours, theirs] = EXTENSIONS.map((name) => median(times.get(name)));
  console.log(`ratio of the medians: ${(ours / theirs).toFixed(2)}`);
}

async function activationTime(page, name) {
  const row = page.locator(".runtime-extensions-editor .extension", { hasText: name }).first();
  await scrollTo(page, row);
  const text = await row.locator(".activation-time").textContent();
  const [, ms] = /(\d+)\s*ms/.exec(text ?? "") ?? [];
  if (ms === undefined) throw new Error(`no activation time of ${name} in "${text}"`);
  return Number(ms);
}

/** The list has rows for what is in sight alone, the slowest extensions first. */
async function scrollTo(page, row) {
  const list = page.locator(".runtime-extensions-editor .monaco-list").first();
  await list.waitFor();
  await list.hover();
  await page.mouse.wheel(0, -10_000);
  for (let tries = 0; tries < 30 && !(await row.isVisible()); tries++) {
    await page.waitForTimeout(200);
    if (!(await row.isVisible())) await page.mouse.wheel(0, 200);
  }
  await row.waitFor();
}

function median(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
