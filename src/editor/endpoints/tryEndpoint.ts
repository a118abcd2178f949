import * as vscode from "vscode";
import { learnServer } from "../../core/chat/learnServer.ts";
import { listModels } from "../../core/chat/listModels.ts";
import type { ServerAccess } from "../../core/chat/serverAccess.ts";
import type { ServerLimits } from "../../core/chat/serverLimits.ts";
import { AssistantError } from "../../core/errors.ts";
import { findLanguage, type Locale } from "../../core/languages.ts";
import { runTask } from "../../core/writing/runTask.ts";
import type { Endpoint } from "../endpoint.ts";
import { inertText } from "../inertText.ts";
import type { EndpointTools } from "./endpointTools.ts";

export interface Trial {
  readonly answer: string;
  readonly ms: number;
  readonly limits: ServerLimits;
}

export interface TrialOptions {
  readonly endpoint: Endpoint;
  /** One that isn't stored yet. */
  readonly apiKey?: string | undefined;
}

/** The extension's own words; a test sends nothing of the user's. */
const SENTENCE = "The library opens at nine in the morning and closes at six in the evening.";

/**
 * Has an endpoint translate one sentence, with a notification that can cancel it, and learns what its server says of
 * itself. What had been learned is learned anew. Rejects with the AssistantError that says what is wrong.
 */
export async function tryEndpoint(tools: EndpointTools, { endpoint, apiKey }: TrialOptions): Promise<Trial> {
  const title = vscode.l10n.t("Testing {0}…", endpoint.name);
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  return vscode.window.withProgress(options, async (_, token) => {
    const controller = new AbortController();
    token.onCancellationRequested(() => controller.abort());
    const { signal } = controller;
    if (endpoint.kind === "builtin") return translate(tools, { endpoint, signal });
    await tools.permission.require(endpoint.url, { what: "test", signal });
    await tools.learned.forget(endpoint);
    const trial = await translate(tools, { endpoint, apiKey, signal });
    const key = apiKey ?? (await tools.keys.get(new URL(endpoint.url).origin));
    const access = tools.connections.accessTo(endpoint.url, { apiKey: key, signal, timeoutMs: LEARN_MS });
    // After the sentence: Ollama tells only of what is loaded.
    const limits = await learn(access, endpoint.model);
    await tools.learned.add(endpoint, limits);
    return { ...trial, limits };
  });
}

const LEARN_MS = 3000;

interface Attempt extends TrialOptions {
  readonly signal: AbortSignal;
}

async function translate(tools: EndpointTools, { endpoint, apiKey, signal }: Attempt): Promise<Trial> {
  const model = await tools.connections.modelAt(endpoint, "translate", apiKey);
  const task = { kind: "translate", to: testLanguage(), from: "en", formality: "auto" } as const;
  const began = performance.now();
  const { text } = await runTask({
    task,
    text: SENTENCE,
    model,
    detectLanguage: tools.detectLanguage,
    signal,
    logger: tools.log,
  });
  return { answer: text, ms: performance.now() - began, limits: {} };
}

/** The editor's own language where it is one of the 24, so that the user can judge the answer. */
function testLanguage(): Locale {
  const own = findLanguage(vscode.env.language.slice(0, 2))?.code;
  return own === undefined || own === "en" ? "fr" : own;
}

async function learn(access: ServerAccess, id: string): Promise<ServerLimits> {
  try {
    const { models } = await listModels(access);
    return await learnServer(access, models.find((model) => model.id === id) ?? { id });
  } catch (error) {
    if (error instanceof AssistantError && error.kind === "cancelled") throw error;
    // It answers, which is what counts: a gateway needn't list its models.
    return {};
  }
}

/** `“La bibliothèque ouvre à neuf heures.” (1.2 s; up to 4096 tokens)`, of which the answer's words stay words. */
export function describeTrial({ answer, ms, limits }: Trial): string {
  const seconds = (ms / 1000).toLocaleString(vscode.env.language, { maximumFractionDigits: 1 });
  const quoted = inertText(answer);
  return limits.contextTokens === undefined
    ? vscode.l10n.t("“{0}” ({1} s)", quoted, seconds)
    : vscode.l10n.t("“{0}” ({1} s; context of {2} tokens)", quoted, seconds, limits.contextTokens);
}
