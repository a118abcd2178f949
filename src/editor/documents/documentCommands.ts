import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { findLanguage } from "../../core/languages.ts";
import { pickLanguages } from "../pickLanguage.ts";
import { parseDocumentArguments } from "./documentArguments.ts";
import { acceptAsIs, findIssue, type IssuePlace, keepSource, translateAgain } from "./issues/resolveIssue.ts";
import type { LoadedDocuments } from "./loadDocuments.ts";
import { showResult } from "./showResult.ts";
import { type DocumentsRequest, translateDocuments } from "./translateDocuments.ts";

/** Translate Document To…: the given documents and folders, or that of the active editor. */
export async function translateDocument(options: LoadedDocuments, ...given: readonly unknown[]): Promise<void> {
  const { recent } = options;
  const { places, languages, to, from, formality } = parseDocumentArguments(given[0], given[1]);
  const active = vscode.window.activeTextEditor?.document.uri;
  const uris = places.length > 0 ? places : active ? [active] : [];
  if (uris.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("Open the document that you want to translate first."));
    return;
  }
  const named = languages ?? (to && [to]);
  if (named?.length === 0) throw new AssistantError("invalidArguments", { reason: "languages: none" });
  const wanted = [
    ...new Set(named ?? (await pickLanguages(vscode.l10n.t("Translate the document into"), recent.list()))),
  ];
  for (const language of wanted.toReversed()) await recent.add(language);
  await run(options, { uris, languages: wanted, from, formality });
}

/** Resume Translation: what the last run didn't come to. */
export async function resumeTranslation(options: LoadedDocuments): Promise<void> {
  const record = await options.assistant.store.readRun();
  if (!record) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no translation to resume."));
    return;
  }
  const { id: resumed, uris, languages, from, formality, done, only } = record;
  const request = { uris: uris.map((uri) => vscode.Uri.parse(uri, true)), languages, from, formality };
  await run(options, { ...request, done, only, resumed });
}

/** At the beginning of a window: asks whether to go on with a run that was cut. */
export async function offerToResume({ assistant }: Pick<LoadedDocuments, "assistant">): Promise<boolean> {
  const record = await assistant.store.readRun();
  if (record?.state !== "running") return false;
  const resume = vscode.l10n.t("Resume Translation");
  const message = vscode.l10n.t("A translation of documents was cut when the window closed. Nothing is sent twice.");
  const chosen = await vscode.window.showInformationMessage(message, resume);
  return chosen === resume;
}

/** Update Translations: the translations that were written of the given documents, or of all, as far as they changed. */
export async function updateTranslations(options: LoadedDocuments, ...given: readonly unknown[]): Promise<void> {
  const { places, languages, from, formality } = parseDocumentArguments(given[0], given[1]);
  const entries = (await options.assistant.store.openOutputs()).list().filter(({ source, language }) => {
    const isPlace = places.length === 0 || places.some((uri) => `${source}/`.startsWith(`${uri.toString()}/`));
    return isPlace && (languages === undefined || languages.some((wanted) => wanted === language));
  });
  if (entries.length === 0) {
    void vscode.window.showInformationMessage(vscode.l10n.t("There is no translation yet that could be updated."));
    return;
  }
  await run(options, {
    uris: [...new Set(entries.map(({ source }) => source))].map((uri) => vscode.Uri.parse(uri, true)),
    languages: [...new Set(entries.flatMap(({ language }) => findLanguage(language)?.code ?? []))],
    only: entries.map(({ output }) => output),
    ...{ from, formality },
  });
}

/** The quick fixes of a translated document. */
export async function resolveIssue(
  { assistant, asker }: LoadedDocuments,
  way: "translateAgain" | "keepSource" | "acceptAsIs",
  argument: unknown,
): Promise<void> {
  const { issues } = assistant;
  const place = await findIssue(issues, argument);
  if (!place) return;
  const ways: Readonly<Record<typeof way, (at: IssuePlace) => Promise<void>>> = {
    translateAgain: (at) => translateAgain(asker, issues, at),
    keepSource: (at) => keepSource(issues, at),
    acceptAsIs: (at) => acceptAsIs(issues, at),
  };
  await ways[way](place);
}

async function run({ assistant }: LoadedDocuments, request: DocumentsRequest): Promise<void> {
  await showResult(await translateDocuments(assistant, request));
}

/** Clear Translation Memory: after a question, for what it holds was paid for in time. */
export async function clearMemory({ assistant }: LoadedDocuments): Promise<void> {
  const clear = vscode.l10n.t("Clear");
  const message = vscode.l10n.t("Forget the translations of this workspace? They would have to be made again.");
  if ((await vscode.window.showWarningMessage(message, { modal: true }, clear)) === clear)
    await assistant.store.clear();
}
