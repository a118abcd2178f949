import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Frame, Page } from "playwright-core";
import type { Workbench } from "./workbench.ts";

/** The sidebar as somebody in front of the window uses it. */
export interface SidebarPage {
  readonly frame: Frame;
  /** What an element says. */
  text(selector: string): Promise<string>;
  /** Waits until the element's text holds this. */
  waitForText(selector: string, text: string): Promise<void>;
  /** Presses Tab until the element has the focus, and fails where it never gets there. */
  tabTo(selector: string, key?: "Tab" | "Shift+Tab"): Promise<void>;
  button(name: string): ReturnType<Frame["locator"]>;
}

/** Opens the sidebar by its command, or finds the one that is open. */
export async function openSidebar(workbench: Workbench): Promise<SidebarPage> {
  await workbench.command("Euroscribe: Open the Writing Assistant");
  return await findSidebar(workbench);
}

/** The sidebar that was opened in another way. */
export async function findSidebar({ page }: Workbench): Promise<SidebarPage> {
  return usePage(page, await findFrame(page));
}

function usePage(page: Page, frame: Frame): SidebarPage {
  const isFocused = (selector: string) =>
    frame.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(selector)}) === true`);
  return {
    frame,
    // biome-ignore lint/performance/useDomNodeTextContent: what is read is what a person sees.
    text: (selector) => frame.locator(selector).first().innerText(),
    waitForText: async (selector, text) => {
      await frame.locator(selector, { hasText: text }).first().waitFor({ timeout: 20_000 });
    },
    tabTo: async (selector, key = "Tab") => {
      // A choice is painted with the next frame: a key that comes before it would pass what isn't there yet.
      await frame.locator(selector).first().waitFor({ timeout: 20_000 });
      const passed: string[] = [];
      for (let presses = 0; presses < 40; presses++) {
        if (await isFocused(selector)) return;
        await page.keyboard.press(key);
        passed.push(
          await frame.evaluate<string>(
            "document.activeElement?.id || document.activeElement?.textContent?.slice(0, 30)",
          ),
        );
      }
      assert.fail(`${key} never came to ${selector}; it passed ${passed.join(", ")}`);
    },
    button: (name) => frame.getByRole("button", { name, exact: true }),
  };
}

/** The frame of the sidebar's page, when it is there and has been painted. */
async function findFrame(page: Page): Promise<Frame> {
  for (let tries = 0; tries < 300; tries++) {
    for (const frame of page.frames()) {
      const isIt = await frame
        .locator("#app #text")
        .isVisible()
        .catch(() => false);
      if (isIt && (await frame.locator("#app .where").isVisible())) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error("The sidebar's page didn't come.");
}

/** Opens a file of the folder and selects all of it, by the keyboard. */
export async function selectFile({ page, folder }: Workbench, name: string): Promise<void> {
  await page.keyboard.press("Control+P");
  const input = page.locator(".quick-input-box input").first();
  await input.waitFor();
  // By its whole path, which needs no search: the oldest VS Code's server has no program for that.
  await input.fill(path.join(folder, name));
  // Matches that come later move the list under the key.
  await page.locator(".quick-input-list .monaco-list-row", { hasText: name }).first().click();
  await input.waitFor({ state: "hidden" });
  await page.locator(".tab.active", { hasText: name }).first().waitFor();
  await page.locator(".editor-group-container.active .monaco-editor .view-line").first().waitFor();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+A");
}

/** Clicks into an editor, and waits until it has the focus: until then keys go to where they went before. */
export async function clickEditor({ page }: Workbench, selector = ""): Promise<void> {
  await page.locator(`.editor-group-container.active ${selector} .view-line`).first().click();
  await page.locator(".editor-group-container.active .monaco-editor.focused").first().waitFor();
}

/** Saves the active editor, and checks what is on the disk then. */
export async function expectSaved({ page, folder }: Workbench, name: string, text: string): Promise<void> {
  let found = "";
  for (let tries = 0; tries < 50; tries++) {
    await page.keyboard.press("Control+S");
    await page.waitForTimeout(100);
    found = await readFile(path.join(folder, name), "utf8");
    if (found === text) return;
  }
  assert.equal(found, text);
}
