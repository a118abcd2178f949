import type { Context } from "mocha";
import * as vscode from "vscode";
import { closeAll, useEndpoints } from "../editor.ts";
import type { FakeServer } from "../fakeServer/fakeServer.ts";
import { answerWith } from "../fakeServer/models.ts";
import type { MakeReply } from "../fakeServer/reply.ts";
import { hasDriver, press, text } from "./drive.ts";

export const SOURCE = "Good morning";
export const RESULT = "Hyvää huomenta";
export const TITLE = ".quick-input-widget .quick-input-title";
export const NOTIFICATIONS = ".notifications-center";
export const LIST = ".quick-input-widget .quick-input-list";

/** Finnish for our text, and French for the sentence of the extension's own. */
export const finnish: MakeReply = answerWith((given) =>
  given === SOURCE ? RESULT : "La bibliothèque ouvre à neuf heures et ferme à dix-huit heures.",
);

/** The server's address under a name that isn't this computer's by its letters: it is asked about as any other. */
export function elsewhere({ url }: FakeServer): string {
  return url.replace("127.0.0.1", "0.0.0.0");
}

export function setting(key: string): unknown {
  return vscode.workspace.getConfiguration("euroscribe").get(key);
}

export function chatTexts({ requests }: FakeServer): readonly string[] {
  return requests
    .filter(({ path }) => path.endsWith("/chat/completions"))
    .map(({ json }) => (json?.messages?.at(-1)?.content ?? "").replace(/^[\s\S]*?\n\n/, ""));
}

/** Opens the list of notifications, empty: what is said from now on can be read in it. */
export async function openNotifications(): Promise<void> {
  await vscode.commands.executeCommand("notifications.clearAll");
  await vscode.commands.executeCommand("notifications.showList");
}

/** What the list of notifications says now. VS Code closes it at times, such as when a progress ends. */
export async function readNotifications(): Promise<string> {
  await vscode.commands.executeCommand("notifications.showList");
  return text(NOTIFICATIONS, 200).catch(() => "");
}

/** For scenes that are played by keys: a VS Code without a driver leaves them out, by name. */
export function onlyWithDriver(this: Context): void {
  if (!hasDriver()) this.skip();
}

/** Leaves neither editors nor settings to the next scene. */
export async function leaveScene(server: FakeServer | undefined): Promise<void> {
  await press("Escape");
  await closeAll();
  await server?.close();
  await useEndpoints(undefined);
  const configuration = vscode.workspace.getConfiguration("euroscribe");
  await configuration.update("taskEndpoints", undefined, vscode.ConfigurationTarget.Global);
}
