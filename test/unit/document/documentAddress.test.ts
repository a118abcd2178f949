import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type TranslateDocumentOptions, translateDocument } from "../../../src/core/document/translateDocument.ts";
import type { LanguageCode } from "../../../src/core/languages.ts";
import { createMemory } from "../../../src/core/memory/translationMemory.ts";
import type { Formality } from "../../../src/core/writing/task.ts";
import { type FakeModel, fakeModel, instructionOf } from "../../support/fakeModel.ts";

interface Asked {
  readonly to: LanguageCode;
  readonly from?: LanguageCode;
  readonly formality?: Formality;
}

const translate = (
  text: string,
  model: FakeModel,
  { to, from, formality = "auto", ...options }: Asked & Partial<TranslateDocumentOptions>,
) =>
  translateDocument({
    text,
    format: "markdown",
    task: { kind: "translate", to, formality, ...(from && { from }) },
    model,
    detectLanguage: async () => undefined,
    signal: new AbortController().signal,
    ...options,
  });

const told = ({ requests }: FakeModel) =>
  requests.map((request) => /reader (formally|informally)/u.exec(instructionOf(request))?.[1] ?? "");

const issuesOf = ({ issues }: Awaited<ReturnType<typeof translate>>) =>
  issues.map(({ segment, findings }) => [segment, findings]);

const THREE = "Open the file.\n\nChoose a name.\n\nSave it now.\n";

describe("the address of a document's reader", () => {
  it("is the source's own", async () => {
    const model = fakeModel(["Ouvre ton fichier.", "Choisis un nom."]);
    await translate("Öffne deine Datei.\n\nWähle einen Namen.\n", model, { to: "fr", from: "de" });
    assert.deepEqual(told(model), ["informally", "informally"]);
  });

  for (const [to, way, answers] of [
    ["cs", "formally", ["Otevřete soubor.", "Zvolte název.", "Uložte jej."]],
    ["el", "formally", ["Ανοίξτε το αρχείο.", "Επιλέξτε ένα όνομα.", "Αποθηκεύστε το."]],
    ["sv", "informally", ["Öppna filen.", "Välj ett namn.", "Spara den."]],
  ] as const) {
    it(`is the language's where its guides agree: ${to}`, async () => {
      const model = fakeModel([...answers]);
      await translate(THREE, model, { to, from: "en" });
      assert.deepEqual(told(model), [way, way, way]);
    });
  }

  it("is what the first translation takes", async () => {
    const model = fakeModel(["Öffnen Sie die Datei.", "Wählen Sie einen Namen.", "Speichern Sie sie."]);
    const result = await translate(THREE, model, { to: "de" });
    assert.deepEqual(told(model), ["", "formally", "formally"]);
    assert.deepEqual(issuesOf(result), []);
  });

  it("is asked for once more where a translation has another, and flagged where that stays", async () => {
    const model = fakeModel([
      "Öffnen Sie die Datei.",
      "Wähle deinen Namen.",
      "Nimm deinen Namen.",
      "Speichern Sie sie.",
    ]);
    const result = await translate(THREE, model, { to: "de" });
    assert.deepEqual(told(model), ["", "formally", "formally", "formally"]);
    assert.deepEqual(issuesOf(result), [[1, [{ kind: "register", expected: "formal", words: ["deinen"] }]]]);
  });

  it("is flagged in what was under way already, and in what comes from the memory", async () => {
    const memory = createMemory();
    await translate("Choose a name.\n", fakeModel(["Wähle deinen Namen."]), { to: "de", memory });
    const model = fakeModel(["Öffnen Sie die Datei.", "Speichern Sie sie."]);
    const result = await translate(THREE, model, { to: "de", memory });
    assert.deepEqual(issuesOf(result), [[1, [{ kind: "register", expected: "formal", words: ["deinen"] }]]]);
  });

  it("changes nothing about what a memory is asked for", async () => {
    const memory = createMemory();
    await translate(THREE, fakeModel(["Öffnen Sie die Datei.", "Wählen Sie einen Namen.", "Speichern Sie sie."]), {
      to: "de",
      memory,
    });
    const model = fakeModel([]);
    const { counts } = await translate(THREE, model, { to: "de", memory });
    assert.deepEqual([counts.memory, model.requests.length], [3, 0]);
  });

  it("is the one that was asked for", async () => {
    const model = fakeModel(["Öffnen Sie die Datei.", "Öffne die Datei."]);
    await translate("Open the file.\n", model, { to: "de", formality: "informal" });
    assert.deepEqual(told(model), ["informally", "informally"]);
  });

  it("is left to the model in languages that have one way alone", async () => {
    const model = fakeModel(["Iftaħ il-fajl tiegħek.", "Agħżel isem.", "Issejvjah issa."]);
    await translate(THREE, model, { to: "mt", from: "de" });
    assert.deepEqual(told(model), ["", "", ""]);
  });
});
