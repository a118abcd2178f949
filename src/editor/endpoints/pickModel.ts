import * as vscode from "vscode";
import type { ListedModel } from "../../core/chat/listModels.ts";
import { AssistantError } from "../../core/errors.ts";
import { inertText } from "../inertText.ts";

interface ModelItem extends vscode.QuickPickItem {
  readonly model: ListedModel;
}

/** Asks which of a server's models is meant; by name where the server lists none. Throws `cancelled`. */
export async function pickModel(server: string, models: readonly ListedModel[]): Promise<ListedModel> {
  const title = vscode.l10n.t("Which model of {0}?", server);
  if (models.length === 0) return { id: await askForModel(title) };
  const picked = await vscode.window.showQuickPick(models.map(modelItem), {
    title,
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked) throw new AssistantError("cancelled");
  return picked.model;
}

function modelItem(model: ListedModel): ModelItem {
  return { label: inertText(model.id), model };
}

async function askForModel(title: string): Promise<string> {
  const id = await vscode.window.showInputBox({
    title,
    prompt: vscode.l10n.t("The server doesn't list its models. The model's name, as the server knows it:"),
    ignoreFocusOut: true,
  });
  if (id === undefined || id.trim() === "") throw new AssistantError("cancelled");
  return id.trim();
}
