import * as vscode from "vscode";
import type { EndpointTools } from "../endpoints/endpointTools.ts";
import { pickEndpoint } from "../endpoints/pickEndpoint.ts";
import { describeTrial, tryEndpoint } from "../endpoints/tryEndpoint.ts";

/** Test Endpoint: one sentence of our own is translated and shown; what fails is said with what to do about it. */
export async function testEndpoint(tools: EndpointTools, argument: unknown): Promise<void> {
  const title = vscode.l10n.t("Which endpoint should be tested?");
  const endpoint = await pickEndpoint({ title, argument, machine: tools.machine });
  const trial = await tryEndpoint(tools, { endpoint });
  void vscode.window.showInformationMessage(vscode.l10n.t("{0} works: {1}", endpoint.name, describeTrial(trial)));
}
