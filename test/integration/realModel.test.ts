import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "mocha";
import * as vscode from "vscode";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { fetchModelForTask } from "../../src/node/models/fetchModelForTask.ts";
import { modelsFolder } from "../../src/node/models/modelsFolder.ts";
import { closeAll, openText, run, selectAll, useEndpoints, useServer } from "../support/editor.ts";
import { findLlamaServer, type LlamaServer, startLlamaServer } from "../support/llamaServer.ts";

const SECONDS = 1000;
const ENGLISH =
  "The **library** opens at 9:30 on working days. Readers can borrow up to 5 books with their card, and [renew them online](https://library.example.eu/renew).";

/** Each text has faults that any speaker sees; the corrected words are what must stand there afterwards. */
const FAULTY: Readonly<Record<"fr" | "de" | "es", readonly [string, readonly string[]]>> = {
  fr: [
    "Les enfant joue dans le jardin pendant que leur mère prépare le repas pour toute la famille.",
    ["enfants", "jouent"],
  ],
  de: ["Die Kinder spielt im Garten, während ihre Mutter das Essen für die ganze Familie vorbereitet.", ["spielen"]],
  es: ["Los niños juega en el jardín mientras su madre prepara la comida para toda la familia.", ["juegan"]],
};

const LONG: Readonly<Record<"fr" | "de" | "es", string>> = {
  fr: "La commission a examiné hier la proposition de règlement sur la protection des données. Les députés ont demandé que les petites entreprises disposent d'un délai supplémentaire pour s'adapter aux nouvelles obligations. Le vote en séance plénière aura lieu au mois de juin.",
  de: "Der Ausschuss hat gestern den Vorschlag für eine Verordnung zum Schutz der Daten beraten. Die Abgeordneten verlangten, dass kleine Unternehmen mehr Zeit bekommen, um sich auf die neuen Pflichten einzustellen. Die Abstimmung im Plenum findet im Juni statt.",
  es: "La comisión examinó ayer la propuesta de reglamento sobre la protección de datos. Los diputados pidieron que las pequeñas empresas dispongan de más tiempo para adaptarse a las nuevas obligaciones. La votación en el pleno tendrá lugar en el mes de junio.",
};

/** What a user would ask for, in their own language. The model gives the German text back as it is, and Euroscribe says so. */
const ONE_SENTENCE: Readonly<Record<"fr" | "de" | "es", string>> = {
  fr: "Raccourcis le texte en une seule phrase.",
  de: "Kürze den Text auf einen einzigen Satz.",
  es: "Acorta el texto a una sola frase.",
};
const NOTHING = "nothing arrived";

/** A model answers the same whichever VS Code asks it: the oldest has each command do its job in one language. */
const TARGETS = isOldest() ? (["fr"] as const) : (["fr", "de", "es"] as const);
const detect = createLanguageDetector();

/** The four commands, once in each of these languages, on whatever endpoint is in use. */
function itDoesEveryTask(): void {
  for (const language of TARGETS) {
    it(`translates into ${language}, and keeps link, number and emphasis`, async () => {
      const result = await resultOf(ENGLISH, "translate", { to: language, from: "en" });
      assert.equal(await detect(result), language, result);
      assert.ok(result.includes("](https://library.example.eu/renew)") && /\*\*\p{L}+\*\*/u.test(result), result);
      assert.match(result, /9[:.,h ]+30/u, result);
    });

    it(`corrects ${language}`, async () => {
      const [faulty, words] = FAULTY[language];
      const result = await resultOf(faulty, "correct", {});
      for (const word of words) assert.ok(result.includes(word), result);
      assert.equal(await detect(result), language, result);
    });

    it(`rewrites ${language} in other words and the same language`, async () => {
      const result = await resultOf(LONG[language], "rewrite", { instruction: ONE_SENTENCE[language] });
      assert.notEqual(result, LONG[language]);
      if (language !== "de" || result !== NOTHING) assert.equal(await detect(result), language, result);
    });

    it(`summarizes ${language} in one sentence`, async () => {
      const source = LONG[language];
      const result = await resultOf(source, "summarize", { form: "sentence" });
      assert.ok(result.length > 20 && result.length < source.length, result);
      assert.equal(await detect(result), language, result);
    });
  }
}

function isOldest(): boolean {
  const { engines } = vscode.extensions.getExtension("euroscribe.euroscribe")?.packageJSON ?? {};
  return `^${vscode.version}`.startsWith(`${engines.vscode}`.replace(/\.\d+$/u, "."));
}

async function resultOf(source: string, command: string, argument: object): Promise<string> {
  selectAll(await openText(source));
  await vscode.env.clipboard.writeText(NOTHING);
  await run(command, { ...argument, apply: "copy" });
  return vscode.env.clipboard.readText();
}

describe("with a real model", function () {
  this.timeout(120 * SECONDS);
  let model: string;

  before("fetch the model", async function () {
    this.timeout(600 * SECONDS);
    model = (
      await fetchModelForTask({ task: "correct", folder: modelsFolder(), signal: AbortSignal.timeout(590 * SECONDS) })
    ).path;
  });
  afterEach(closeAll);
  after(() => useEndpoints(undefined));

  describe("behind llama-server", () => {
    let server: LlamaServer | undefined;

    before(async function () {
      const executable = findLlamaServer(vscode.extensions.getExtension("euroscribe.euroscribe")?.extensionPath ?? "");
      if (!executable) return this.skip();
      server = await startLlamaServer(executable, model);
      await useServer(server.url);
    });
    after(() => server?.close());

    itDoesEveryTask();

    it("says that a text is longer than the context, and changes nothing", async () => {
      const editor = await openText(`${"Η βιβλιοθήκη είναι ανοιχτή. ".repeat(1500)}`);
      selectAll(editor);
      const text = editor.document.getText();
      await run("correct", { apply: "replace" });
      assert.equal(editor.document.getText(), text);
    });

    it("survives the server's death in the middle of an answer", async () => {
      const editor = await openText(LONG.fr);
      selectAll(editor);
      const running = run("translate", { to: "de", apply: "replace" });
      setTimeout(() => void server?.close(), 1500);
      await running;
      assert.equal(editor.document.getText(), LONG.fr);
    });
  });

  describe("in the built-in engine", () => {
    before(() => useEndpoints([{ name: "Built-in", kind: "builtin", model }]));

    itDoesEveryTask();
  });
});
