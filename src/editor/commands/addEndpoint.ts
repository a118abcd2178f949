import * as vscode from "vscode";
import { endpointUrl } from "../../core/chat/endpointUrl.ts";
import { AssistantError } from "../../core/errors.ts";
import { describeError } from "../describeError.ts";
import { BUILTIN_ENDPOINT } from "../endpoint.ts";
import { askForKey } from "../endpoints/askForKey.ts";
import { addToSettings, freeName, useEndpoint } from "../endpoints/endpointSettings.ts";
import type { EndpointTools } from "../endpoints/endpointTools.ts";
import { openServer } from "../endpoints/openServer.ts";
import { pickBuiltin } from "../endpoints/pickBuiltin.ts";
import { pickModel } from "../endpoints/pickModel.ts";
import { pickServer } from "../endpoints/pickServer.ts";
import { describeTrial, type Trial, tryEndpoint } from "../endpoints/tryEndpoint.ts";
import { withoutMarkup } from "../inertText.ts";
import { readEndpoints } from "../settings.ts";

/**
 * Add Endpoint: where text should go, the key where one is needed, the model, and a test whose answer is shown. Nothing
 * is stored before the last step; what didn't pass the test only if the user wants it nevertheless.
 */
export async function addEndpoint(tools: EndpointTools): Promise<void> {
  // Settings that can't be read can't be added to: better to hear of it before all the questions.
  readEndpoints();
  const choice = await pickServer(tools);
  if (choice.kind === "builtin") return addBuiltin(tools);
  const { url, models, apiKey } = await openServer(tools, choice);
  const model = await pickModel(choice.name, models);
  await testAndKeep(tools, { name: freeName(choice.name), url, model: model.id, apiKey });
}

interface Candidate {
  readonly name: string;
  readonly url: string;
  readonly model: string;
  /** One that isn't stored yet. */
  readonly apiKey: string | undefined;
}

async function testAndKeep(tools: EndpointTools, candidate: Candidate): Promise<void> {
  const { apiKey, ...endpoint } = candidate;
  const trial = await tryEndpoint(tools, { endpoint: { ...endpoint, kind: "openai" }, apiKey }).catch(asFault);
  if (trial instanceof AssistantError) return handleFault(tools, { candidate, fault: trial });
  await keep(tools, candidate);
  say(endpoint.name, trial);
}

interface Failure {
  readonly candidate: Candidate;
  readonly fault: AssistantError;
}

async function handleFault(tools: EndpointTools, { candidate, fault }: Failure): Promise<void> {
  const again = vscode.l10n.t("Try Again");
  const otherKey = vscode.l10n.t("Set API Key");
  const nevertheless = vscode.l10n.t("Add Anyway");
  const isAboutKey = fault.kind === "unauthorized" || fault.kind === "forbidden";
  const chosen = await vscode.window.showWarningMessage(
    withoutMarkup(describeError(fault, candidate.name)),
    isAboutKey ? otherKey : again,
    nevertheless,
  );
  if (chosen === again) return testAndKeep(tools, candidate);
  if (chosen === nevertheless) return keep(tools, candidate);
  if (chosen !== otherKey) throw new AssistantError("cancelled");
  const { origin } = endpointUrl(candidate.url);
  const prompt = vscode.l10n.t("Stored in your system's keychain and sent to this address alone.");
  const apiKey = await askForKey(origin, { prompt });
  return testAndKeep(tools, { ...candidate, apiKey: apiKey || undefined });
}

async function keep({ keys }: EndpointTools, { apiKey, ...endpoint }: Candidate): Promise<void> {
  if (apiKey !== undefined) await keys.set(endpointUrl(endpoint.url).origin, apiKey);
  await addToSettings(endpoint);
}

async function addBuiltin(tools: EndpointTools): Promise<void> {
  const model = await pickBuiltin();
  const known = readEndpoints().find((endpoint) => endpoint.kind === "builtin" && endpoint.model === model);
  const endpoint = known ?? { name: freeName(BUILTIN_ENDPOINT.name), kind: "builtin", model };
  if (known) await useEndpoint(known.name);
  else await addToSettings({ name: endpoint.name, kind: "builtin", model });
  // What isn't on this computer yet is reported with a button that fetches it.
  say(endpoint.name, await tryEndpoint(tools, { endpoint }));
}

function say(name: string, trial: Trial): void {
  void vscode.window.showInformationMessage(vscode.l10n.t("{0} is in use: {1}", name, describeTrial(trial)));
}

/** A cancelled test ends the command; what the server did wrong is the user's to decide about. */
function asFault(error: unknown): AssistantError {
  if (error instanceof AssistantError && error.kind !== "cancelled") return error;
  throw error;
}
