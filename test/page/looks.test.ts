import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "mocha";
import type { Frame } from "playwright-core";
import { type AnsweringServer, type Reply, serveAnswers } from "../support/answeringServer.ts";
import { openSidebar, type SidebarPage, selectFile } from "../support/vscode/sidebarPage.ts";
import { openWorkbench, type Workbench } from "../support/vscode/workbench.ts";

/** VS Code's own themes, and the class that a page has in each. */
const THEMES = {
  "Light Modern": "vscode-light",
  "Dark Modern": "vscode-dark",
  "Dark High Contrast": "vscode-high-contrast:not(.vscode-high-contrast-light)",
  "Light High Contrast": "vscode-high-contrast-light",
} as const;
const WIDTHS = [200, 320, 600];
/** Where pictures of each state, theme and width go: EUROSCRIBE_PICTURES names a folder for them. */
const PICTURES = process.env.EUROSCRIBE_PICTURES;

const FILES = {
  "απόφαση.md":
    "Η βιβλιοθήκη ανοίγει στις 9:30. Η κάρτα αναγνώστη κοστίζει 5 ευρώ τον χρόνο και δίνεται στο ταμείο.\n\nΤα βιβλία επιστρέφονται μέσα σε τριάντα μέρες. Για κάθε μέρα καθυστέρησης πληρώνετε πρόστιμο.",
  "съобщение.md": "Библиотеката е отворена всеки ден от девет до осем часа вечерта, освен в неделя.",
  "tiedote.md":
    "Epäjärjestelmällistyttämättömyydelläänsäkäänköhän kirjastonhoitaja lainausjärjestelmäuudistuksesta kertoi.",
  "bescheid.md":
    "Die Rechtsschutzversicherungsgesellschaften haben die Grundstücksverkehrsgenehmigungszuständigkeit gestern übertragen.",
};

/** Brings the page into a state, as a user would. */
type Reach = (state: { sidebar: SidebarPage; workbench: Workbench }) => Promise<void>;

describe("the looks of the sidebar", function () {
  this.timeout(120_000);
  let server: AnsweringServer;
  let workbench: Workbench;
  let sidebar: SidebarPage;
  let answer: (text: string) => Reply = (text) => text;
  let axe = "";

  before(async () => {
    axe = await readFile("node_modules/axe-core/axe.min.js", "utf8");
    if (PICTURES) await mkdir(PICTURES, { recursive: true });
    server = await serveAnswers((text) => answer(text));
    const endpoint = { name: "Cluster of the library", url: server.url, model: "EuroLLM-22B-Instruct-2512" };
    workbench = await openWorkbench({ settings: { "euroscribe.endpoints": [endpoint] }, files: FILES });
    sidebar = await openSidebar(workbench);
  });
  after(async () => {
    server?.release();
    await workbench?.close();
    await server?.close();
  });

  const select = async (name: string, task: string) => {
    await selectFile(workbench, name);
    sidebar = await openSidebar(workbench);
    await sidebar.waitForText("#origin", name);
    await sidebar.frame.locator(`input[value=${task}]`).check({ force: true });
  };

  const STATES: Readonly<Record<string, Reach>> = {
    "1-empty": async () => {},
    "2-languages": async () => {
      await select("съобщение.md", "translate");
    },
    "3-running": async () => {
      await sidebar.frame.locator("#to").fill("suomi");
      await workbench.page.keyboard.press("Enter");
      server.hold();
      await sidebar.frame.locator("#run").click();
      await sidebar.button("Cancel").waitFor();
    },
    "4-translated": async () => {
      answer = () => "Kirjasto on auki joka päivä yhdeksästä kahdeksaan illalla, paitsi sunnuntaisin.";
      server.release();
      await sidebar.waitForText(".words", "Kirjasto on auki");
    },
    "5-changes": async () => {
      answer = () =>
        "Η κάρτα αναγνώστη κοστίζει 6 ευρώ τον χρόνο και δίνεται στο ταμείο. Η βιβλιοθήκη ανοίγει στις 9:30.\n\nΤα βιβλία επιστρέφονται εντός τριάντα ημερών. Για κάθε μέρα καθυστέρησης πληρώνετε πρόστιμο.";
      await select("απόφαση.md", "rewrite");
      await sidebar.frame.locator("#run").click();
      await sidebar.waitForText("ins", "6");
    },
    "6-long-words": async () => {
      answer = (text) => text.replace("gestern", "vorgestern");
      await select("bescheid.md", "correct");
      await sidebar.frame.locator("#run").click();
      await sidebar.waitForText("ins", "vorgestern");
      await sidebar.frame.locator(".history summary").click();
    },
    "7-failed": async () => {
      answer = () => ({ status: 401 });
      await select("tiedote.md", "summarize");
      await sidebar.frame.locator("#run").click();
      await sidebar.waitForText(".notice.error", "API key");
    },
    "8-offline": async () => {
      await server.close();
      await select("tiedote.md", "summarize");
      await sidebar.frame.locator("#run").click();
      await sidebar.waitForText(".notice.error", "No server listens at the address of Cluster of the library");
      await sidebar.button("Try Again").waitFor();
    },
  };

  for (const [state, reach] of Object.entries(STATES)) {
    it(`${state}: no serious or critical violation in four themes`, async () => {
      await reach({ sidebar, workbench });
      for (const theme of Object.keys(THEMES) as (keyof typeof THEMES)[]) {
        await setTheme(theme);
        // The list closes when the focus goes elsewhere, as it did to the palette.
        if (state === "2-languages") await sidebar.frame.locator("#to").click();
        assert.deepEqual(await violations(sidebar.frame), [], theme);
        for (const width of PICTURES ? WIDTHS : [])
          await photograph(`${state}-${theme.toLowerCase().replaceAll(" ", "-")}-${width}`, width);
      }
    });
  }

  async function setTheme(theme: keyof typeof THEMES): Promise<void> {
    await workbench.command("Preferences: Color Theme");
    const input = workbench.page.locator(".quick-input-box input").first();
    await input.fill(theme);
    await workbench.page.locator(".quick-input-list .monaco-list-row", { hasText: theme }).first().click();
    await input.waitFor({ state: "hidden" });
    await sidebar.frame.locator(`body.${THEMES[theme]}`).waitFor();
    // Colours change with a transition of VS Code's own.
    await workbench.page.waitForTimeout(300);
  }

  async function violations(frame: Frame): Promise<readonly string[]> {
    await frame.evaluate(axe);
    // The page is transparent, and what shines through is the side bar, which axe can't see from inside.
    await frame.evaluate('document.documentElement.style.background = "var(--vscode-sideBar-background)"');
    return await frame.evaluate<readonly string[]>(`axe.run(document).then(({ violations }) =>
      violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + " " + html.slice(0, 120) + " " + failureSummary)))`);
  }

  /** The sidebar alone, as wide as it says; taller than the window where there is more to see. */
  async function photograph(name: string, width: number): Promise<void> {
    const part = workbench.page.locator(".part.sidebar");
    const box = await part.boundingBox();
    assert.ok(box);
    const edge = { x: box.x + box.width + 1, y: box.y + box.height / 2 };
    await workbench.page.mouse.move(edge.x, edge.y);
    await workbench.page.mouse.down();
    await workbench.page.mouse.move(box.x + width, edge.y, { steps: 3 });
    await workbench.page.mouse.up();
    await workbench.page.mouse.move(box.x + 20, box.y + box.height - 4);
    await part.screenshot({ path: path.join(PICTURES ?? ".", `${name}.png`) });
  }
});
