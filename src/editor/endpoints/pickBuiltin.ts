import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { MODELS } from "../../core/models.ts";
import { TASK_KINDS } from "../../core/writing/task.ts";
import { listModelFiles } from "../../node/models/listModelFiles.ts";
import { modelsFolder } from "../../node/models/modelsFolder.ts";
import { taskTitle } from "../taskTitle.ts";

interface BuiltinItem extends vscode.QuickPickItem {
  /** As an endpoint of kind `builtin` names it; `undefined` for a file that is asked for next. */
  readonly model: string | undefined;
}

/** Asks which model should run inside the extension: the best for each task, one of the catalogue, or a file. Throws `cancelled`. */
export async function pickBuiltin(): Promise<string> {
  const present = await listModelFiles(modelsFolder());
  const items: readonly BuiltinItem[] = [
    { label: vscode.l10n.t("The best for each task"), detail: vscode.l10n.t("among those below"), model: "auto" },
    ...MODELS.map(({ id, name, licence, tasks, fileName }) => ({
      label: name,
      description: licence,
      detail: [
        tasks.length === TASK_KINDS.length ? vscode.l10n.t("all tasks") : tasks.map(taskTitle).join(", "),
        present.includes(fileName) ? vscode.l10n.t("on this computer") : vscode.l10n.t("to be downloaded"),
      ].join(" · "),
      model: id,
    })),
    { label: vscode.l10n.t("A GGUF file…"), model: undefined },
  ];
  const title = vscode.l10n.t("Which model should run inside the extension?");
  const picked = await vscode.window.showQuickPick(items, { title, ignoreFocusOut: true });
  if (!picked) throw new AssistantError("cancelled");
  return picked.model ?? pickFile();
}

async function pickFile(): Promise<string> {
  const filters = { [vscode.l10n.t("Models")]: ["gguf"] };
  const [file] = (await vscode.window.showOpenDialog({ filters })) ?? [];
  if (file?.scheme !== "file" && file?.scheme !== "vscode-remote") throw new AssistantError("cancelled");
  return file.fsPath;
}
