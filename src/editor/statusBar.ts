import * as vscode from "vscode";
import { COMMANDS, CONTEXT_KEYS } from "./contributions.ts";
import { endpointOrigin, isOnThisComputer } from "./endpoint.ts";
import type { Runs } from "./runs.ts";
import { readEndpoint } from "./settings.ts";

/** How often a running answer may repaint the item. Milliseconds. */
const REPAINT_INTERVAL = 200;

/**
 * The one status bar item: where text goes, with a lock for this computer; its click chooses the
 * endpoint. While a command waits for a model it says so, and its click cancels.
 */
export function createStatusBar(runs: Runs): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("euroscribe.endpoint", vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t("Euroscribe");
  let repaint: NodeJS.Timeout | undefined;
  const paint = () => {
    repaint = undefined;
    showState(item, runs);
  };
  paint();
  item.show();
  return vscode.Disposable.from(
    item,
    runs.onDidChange(() => {
      repaint ??= setTimeout(paint, REPAINT_INTERVAL);
    }),
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("euroscribe")) paint();
    }),
    { dispose: () => clearTimeout(repaint) },
  );
}

function showState(item: vscode.StatusBarItem, runs: Runs): void {
  const run = runs.newest;
  void vscode.commands.executeCommand("setContext", CONTEXT_KEYS.running, run !== undefined);
  if (run) {
    item.text =
      run.received > 0
        ? `$(loading~spin) ${vscode.l10n.t("{0} {1} characters", run.title, run.received)}`
        : `$(loading~spin) ${run.title}`;
    item.tooltip = vscode.l10n.t("Click to cancel");
    item.command = COMMANDS.cancel;
  } else {
    showEndpoint(item);
    item.command = COMMANDS.selectEndpoint;
  }
  item.accessibilityInformation = {
    label: `${item.text.replace(/\$\([^)]*\)\s*/g, "")}. ${tooltipText(item)}`,
    role: "button",
  };
}

function showEndpoint(item: vscode.StatusBarItem): void {
  try {
    const endpoint = readEndpoint();
    const isLocal = isOnThisComputer(endpoint);
    item.text = `${isLocal ? "$(lock)" : "$(globe)"} ${endpoint.name}`;
    item.tooltip = isLocal
      ? vscode.l10n.t("Euroscribe: text stays on this computer ({0})", endpoint.model)
      : vscode.l10n.t("Euroscribe: text goes to {0} ({1})", endpointOrigin(endpoint) ?? "?", endpoint.model);
    item.backgroundColor = undefined;
  } catch {
    item.text = "$(warning) Euroscribe";
    item.tooltip = vscode.l10n.t("Euroscribe: the endpoint settings need a look");
    item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
  }
}

function tooltipText(item: vscode.StatusBarItem): string {
  return typeof item.tooltip === "string" ? item.tooltip : "";
}
