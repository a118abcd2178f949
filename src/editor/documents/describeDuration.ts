import * as vscode from "vscode";

/** A time span as people say it. Milliseconds. */
export function describeDuration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return vscode.l10n.t("{0} s", seconds);
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? vscode.l10n.t("{0} min", minutes) : vscode.l10n.t("{0} h", (minutes / 60).toFixed(1));
}
