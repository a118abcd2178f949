import * as vscode from "vscode";
import type { ListedModel } from "../../core/chat/listModels.ts";
import { AssistantError } from "../../core/errors.ts";
import { findOpenModel } from "../../core/openModels.ts";
import { describeAbilities, describeLicence } from "../describeModel.ts";
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
  const known = findOpenModel(model.id);
  const context =
    model.contextTokens === undefined ? undefined : vscode.l10n.t("context of {0} tokens", model.contextTokens);
  const details = [known && describeAbilities(known), context].filter((part) => part !== undefined);
  return {
    // A model that was loaded from a file is called by its path.
    label: inertText(model.id.split("/").at(-1) || model.id),
    ...(known && { description: describeLicence(known) }),
    detail: details.join(" · ") || vscode.l10n.t("not in the catalogue: nothing is known of it"),
    model,
  };
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
