import * as vscode from "vscode";
import { COMMANDS } from "../contributions.ts";
import type { Documents } from "../documents.ts";
import type { CommandHandler } from "../runCommand.ts";

/** The commands of documents: what they do is loaded with the first of them, and not with the window. */
export function createDocumentCommands(documents: Documents) {
  const code = () => import("../documents/documentCommands.ts");
  const resolve =
    (way: "translateAgain" | "keepSource" | "acceptAsIs"): CommandHandler =>
    async (argument) =>
      (await code()).resolveIssue(await documents.load(), way, argument);
  return {
    translateDocument: async (...given) => (await code()).translateDocument(await documents.load(), ...given),
    updateTranslations: async (...given) => (await code()).updateTranslations(await documents.load(), ...given),
    resumeTranslation: async () => (await code()).resumeTranslation(await documents.load()),
    clearMemory: async () => (await code()).clearMemory(await documents.load()),
    translateAgain: resolve("translateAgain"),
    keepSource: resolve("keepSource"),
    acceptAsIs: resolve("acceptAsIs"),
  } satisfies Record<string, CommandHandler>;
}

/** At the beginning of a window: what is to be looked at is listed, and a run that was cut is offered to be gone on with. */
export async function goOnWithDocuments(documents: Documents): Promise<void> {
  await Promise.all([listIssues(documents), offerToResume(documents)]);
}

async function listIssues(documents: Documents): Promise<void> {
  if (!(await documents.hasIssues())) return;
  const { restoreIssues } = await import("../documents/issues/keptIssues.ts");
  await restoreIssues((await documents.load()).assistant);
}

async function offerToResume(documents: Documents): Promise<void> {
  if (!(await documents.hasRun())) return;
  const { offerToResume: offer } = await import("../documents/documentCommands.ts");
  if (await offer(await documents.load())) await vscode.commands.executeCommand(COMMANDS.resumeTranslation);
}
