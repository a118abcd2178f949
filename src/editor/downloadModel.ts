import * as vscode from "vscode";
import { findModel } from "../core/models.ts";
import type { FetchProgress } from "../node/models/fetchProgress.ts";
import type { ModelFetchError, ModelFetchErrorKind } from "../node/models/modelFetchError.ts";

/**
 * Fetches a built-in model after the user asked for it, with its progress in a notification that can
 * cancel it. No text goes anywhere here. Says how it ended; rejects never.
 */
export async function downloadModel(id: string | undefined): Promise<void> {
  const model = findModel(id ?? "");
  if (!model) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "euroscribe.endpoints");
    return;
  }
  const title = vscode.l10n.t("Downloading {0} ({1})", model.name, model.licence);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const failure = await vscode.window.withProgress(options, async (progress, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    const [{ fetchModel }, { modelsFolder }] = await Promise.all([
      import("../node/models/fetchModel.ts"),
      import("../node/models/modelsFolder.ts"),
    ]);
    const onProgress = createReporter(progress);
    return fetchModel({ model, folder: modelsFolder(), signal: controller.signal, onProgress }).then(
      () => undefined,
      (error: ModelFetchError) => error,
    );
  });
  if (failure?.kind === "cancelled") return;
  if (failure) void vscode.window.showErrorMessage(describeFailure(failure.kind, model.name));
  else void vscode.window.showInformationMessage(vscode.l10n.t("{0} is ready.", model.name));
}

type Progress = vscode.Progress<{ readonly message?: string; readonly increment?: number }>;

function createReporter(progress: Progress): (step: FetchProgress) => void {
  let shown = 0;
  return (step) => {
    switch (step.kind) {
      case "source":
        return;
      case "waiting":
        return progress.report({ message: vscode.l10n.t("another window is downloading it") });
      case "verifying":
        return progress.report({ message: vscode.l10n.t("checking the file") });
      case "bytes": {
        const percent = Math.floor((step.received / Math.max(1, step.total)) * 100);
        if (percent === shown) return;
        progress.report({ message: `${percent} %`, increment: percent - shown });
        shown = percent;
        return;
      }
      default:
        return step satisfies never;
    }
  };
}

function describeFailure(kind: ModelFetchErrorKind, name: string): string {
  switch (kind) {
    case "noSpace":
      return vscode.l10n.t("There isn't enough disk space for {0}. Free some and try again.", name);
    case "unreachable":
    case "noPython":
      return vscode.l10n.t("{0} can't be downloaded: its host can't be reached. Check the network or the proxy.", name);
    case "notOffered":
      return vscode.l10n.t("{0} isn't offered any more. Choose another model in the settings.", name);
    case "interrupted":
      return vscode.l10n.t("The download of {0} was cut off. Try again: it goes on where it stopped.", name);
    case "badChecksum":
      return vscode.l10n.t("The downloaded file of {0} was damaged and has been removed. Try again.", name);
    case "cancelled":
    case "failed":
      return vscode.l10n.t("{0} could not be downloaded.", name);
    default:
      return kind satisfies never;
  }
}
