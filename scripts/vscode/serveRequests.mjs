import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Lets the tests, which run in the extension host, do what only somebody in front of the window can: look at it,
 * press keys and click. A test writes `DIR/req-1.json` and waits for `DIR/req-1.done`, which holds
 * `{ "result": … }` or `{ "error": "…" }`. The other side is test/support/vscode/drive.ts.
 *
 * @returns {() => void} stops serving
 */
export async function serveRequests(page, folder) {
  await mkdir(folder, { recursive: true });
  // Pictures stay until they are taken anew; requests of an earlier run are nobody's.
  for (const name of await readdir(folder)) if (name.startsWith("req-")) await rm(path.join(folder, name));
  let isServing = true;
  const serve = async () => {
    while (isServing) {
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((file) => /^req-[\w-]+\.json$/.test(file)).toSorted()) {
        await answer(page, folder, name);
      }
      await sleep(40);
    }
  };
  serve().catch((error) => console.error(`The window's driver failed: ${error.message}`));
  return () => {
    isServing = false;
  };
}

async function answer(page, folder, name) {
  const file = path.join(folder, name);
  const done = file.replace(/\.json$/, ".done");
  const request = JSON.parse(await readFile(file, "utf8"));
  await rename(file, file.replace(/\.json$/, ".taken"));
  const outcome = await perform(page, folder, request).then(
    (result) => ({ result }),
    (error) => ({ error: String(error.message).split("\n")[0] }),
  );
  // Written aside and renamed, so that nobody reads half of it.
  await writeFile(`${done}.part`, JSON.stringify(outcome));
  await rename(`${done}.part`, done);
}

async function perform(page, folder, request) {
  const timeout = request.timeoutMs ?? 10_000;
  switch (request.action) {
    case "screenshot":
      return await screenshot(page, folder, request.name);
    case "press":
      return await page.keyboard.press(request.key);
    case "type":
      return await page.keyboard.insertText(request.text);
    case "click":
      return await (await find(page, request.selector, timeout)).click({ timeout });
    case "text":
      // biome-ignore lint/performance/useDomNodeTextContent: what is read is what a person sees.
      return await (await find(page, request.selector, timeout)).innerText({ timeout });
    default:
      throw new Error(`The window's driver knows no action ${request.action}`);
  }
}

async function screenshot(page, folder, name) {
  const file = path.join(folder, `${path.basename(name)}.png`);
  await page.screenshot({ path: file });
  return file;
}

/** The first element that shows, in the workbench or in one of its webviews' frames. */
async function find(page, selector, timeout) {
  const deadline = Date.now() + timeout;
  for (;;) {
    for (const frame of page.frames()) {
      const element = frame.locator(selector).first();
      if (await element.isVisible().catch(() => false)) return element;
    }
    if (Date.now() > deadline) throw new Error(`Nothing that shows matches ${selector}`);
    await sleep(100);
  }
}
