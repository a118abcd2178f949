import * as vscode from "vscode";
import type { RunProgress } from "../../core/document/runProgress.ts";
import { type Endpoint, endpointOrigin } from "../endpoint.ts";
import { describeDuration } from "./describeDuration.ts";

/** Milliseconds between two looks of the notification. */
const INTERVAL = 250;
/** Tokens of the source from which on a speed says something. */
const ENOUGH = 200;

export interface SpeedOptions {
  readonly state: vscode.Memento;
  readonly endpoint: Endpoint;
}

/** Shows how far a run is, and remembers how fast the endpoint is. */
export function reportProgress(
  progress: vscode.Progress<{ readonly message?: string; readonly increment?: number }>,
  { state, endpoint }: SpeedOptions,
): (run: RunProgress) => void {
  const began = Date.now();
  let last = 0;
  let shown = 0;
  return (run) => {
    const isLast = run.segmentsDone === run.segmentsTotal;
    if (!isLast && Date.now() - last < INTERVAL) return;
    last = Date.now();
    const percent = run.sourceTokensTotal === 0 ? 100 : (run.sourceTokensDone / run.sourceTokensTotal) * 100;
    progress.report({ message: describe(run), increment: percent - shown });
    shown = percent;
    // What the memory answered took no time.
    if (!isLast || run.requests < run.segmentsTotal || run.sourceTokensDone < ENOUGH) return;
    void state.update(keyOf(endpoint), run.sourceTokensDone / Math.max(0.001, (Date.now() - began) / 1000));
  };
}

/** Tokens of the source a second that the endpoint did in its last run. */
export function speedOf(state: vscode.Memento, endpoint: Endpoint): number | undefined {
  const value = state.get<unknown>(keyOf(endpoint));
  return typeof value === "number" && value > 0 ? value : undefined;
}

function keyOf(endpoint: Endpoint): string {
  return `documentSpeed:${endpointOrigin(endpoint) ?? "builtin"}:${endpoint.model}`;
}

function describe(run: RunProgress): string {
  const { documentsDone, documentsTotal, segmentsDone, segmentsTotal, millisecondsLeft } = run;
  const tokens = run.promptTokens + run.completionTokens;
  const parts = [
    ...(documentsTotal > 1 ? [vscode.l10n.t("{0} of {1} documents", documentsDone, documentsTotal)] : []),
    vscode.l10n.t("{0} of {1} segments", segmentsDone, segmentsTotal),
    ...(tokens > 0 ? [vscode.l10n.t("{0} tokens", tokens)] : []),
    ...(millisecondsLeft ? [vscode.l10n.t("{0} left", describeDuration(millisecondsLeft))] : []),
  ];
  return parts.join(", ");
}
