import * as vscode from "vscode";
import { TASK_KINDS } from "../core/writing/task.ts";
import { COMMANDS, CONTEXT_KEYS } from "./contributions.ts";
import { describePlace, modelTitle } from "./describePlace.ts";
import type { Endpoint } from "./endpoint.ts";
import { withoutMarkup } from "./inertText.ts";
import type { Machine } from "./machine.ts";
import type { Runs } from "./runs.ts";
import { readEndpoint, readTaskEndpoint } from "./settings.ts";
import { taskTitle } from "./taskTitle.ts";

/** How often a running answer may repaint the item. Milliseconds. */
const REPAINT_INTERVAL = 200;

/**
 * The one status bar item: where text goes, with a lock for this computer and `EU` for a host that is known to be there;
 * a task that goes elsewhere stands behind it. Its click chooses the endpoint. While a command waits for a model it says
 * so, and its click cancels.
 */
export function createStatusBar(runs: Runs, machine: Machine): vscode.Disposable {
  const item = vscode.window.createStatusBarItem("euroscribe.endpoint", vscode.StatusBarAlignment.Right, 100);
  item.name = vscode.l10n.t("Euroscribe");
  let repaint: NodeJS.Timeout | undefined;
  const paint = () => {
    repaint = undefined;
    showState(item, { runs, machine });
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

interface Shown {
  readonly runs: Runs;
  readonly machine: Machine;
}

function showState(item: vscode.StatusBarItem, { runs, machine }: Shown): void {
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
    showEndpoints(item, machine);
    item.command = COMMANDS.selectEndpoint;
  }
  item.accessibilityInformation = {
    label: `${item.text.replace(/\$\([^)]*\)\s*/g, "")}. ${tooltipText(item)}`,
    role: "button",
  };
}

function showEndpoints(item: vscode.StatusBarItem, machine: Machine): void {
  try {
    const [general, ...others] = listUses();
    item.text = [general, ...others].map((use) => shortLine(use, machine)).join(" · ");
    item.tooltip = [
      longLine(general, machine),
      ...others.map((use) => longLine(use, machine)),
      vscode.l10n.t("Click to choose another"),
    ].join("\n");
    item.backgroundColor = undefined;
  } catch {
    item.text = "$(warning) Euroscribe";
    item.tooltip = vscode.l10n.t("Euroscribe: the endpoint settings need a look");
    item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
  }
}

/** An endpoint and what it is for: all, or the tasks that the user gave to another than the one in use. */
interface Use {
  readonly endpoint: Endpoint;
  readonly tasks: string | undefined;
}

function listUses(): readonly [Use, ...Use[]] {
  const general = readEndpoint();
  const others = new Map<string, { readonly endpoint: Endpoint; readonly titles: string[] }>();
  for (const task of TASK_KINDS.filter((kind) => readTaskEndpoint(kind) !== undefined)) {
    const endpoint = readEndpoint(task);
    const { titles } = others.get(endpoint.name) ?? { titles: [] };
    if (endpoint.name !== general.name) others.set(endpoint.name, { endpoint, titles: [...titles, taskTitle(task)] });
  }
  const uses = [...others.values()].map(({ endpoint, titles }) => ({ endpoint, tasks: titles.join(", ") }));
  return [{ endpoint: general, tasks: undefined }, ...uses];
}

function shortLine({ endpoint, tasks }: Use, machine: Machine): string {
  const { icon, label } = describePlace(endpoint, machine);
  const name = withoutMarkup(endpoint.name);
  return `${icon} ${tasks === undefined ? "" : `${tasks}: `}${label === undefined ? name : `${name} (${label})`}`;
}

function longLine({ endpoint, tasks }: Use, machine: Machine): string {
  const { isHere, description } = describePlace(endpoint, machine);
  const model = modelTitle(endpoint);
  const sentence = isHere
    ? vscode.l10n.t("text stays {0} ({1})", description, model)
    : vscode.l10n.t("text goes to {0} ({1})", description, model);
  return tasks === undefined ? vscode.l10n.t("Euroscribe: {0}", sentence) : `${tasks}: ${sentence}`;
}

function tooltipText(item: vscode.StatusBarItem): string {
  return typeof item.tooltip === "string" ? item.tooltip : "";
}
