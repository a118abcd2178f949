import * as vscode from "vscode";
import type { AssistantError, AssistantErrorKind, ErrorDetail } from "../core/errors.ts";
import { describeCertificate, describeUnreachable } from "./describeConnection.ts";

type Describe = (endpoint: string, detail: ErrorDetail) => string;

/** What went wrong and what to do about it, in the user's language. Never holds text, prompt or key. */
export function describeError({ kind, detail }: Pick<AssistantError, "kind" | "detail">, endpoint: string): string {
  return DESCRIPTIONS[kind](endpoint, detail);
}

const DESCRIPTIONS: Readonly<Record<AssistantErrorKind, Describe>> = {
  cancelled: () => vscode.l10n.t("Cancelled."),
  unreachable: (endpoint, detail) => describeUnreachable(endpoint, detail.reason),
  tls: (endpoint, detail) => describeCertificate(endpoint, detail.reason),
  proxy: (endpoint, detail) =>
    vscode.l10n.t(
      "The proxy on the way to {0} refused the connection ({1}). Check the proxy in VS Code's settings, and its password.",
      endpoint,
      detail.reason ?? "407",
    ),
  redirect: (endpoint, detail) =>
    vscode.l10n.t(
      "{0} wanted to send the text on to {1}. Redirects are never followed; correct the endpoint's address.",
      endpoint,
      detail.origin ?? "another address",
    ),
  firstTokenTimeout: (endpoint, detail) =>
    vscode.l10n.t("{0} didn't begin to answer within {1} s.", endpoint, seconds(detail.ms)),
  idleTimeout: (endpoint, detail) =>
    vscode.l10n.t("{0} stopped in the middle of its answer and was silent for {1} s.", endpoint, seconds(detail.ms)),
  unauthorized: (endpoint) => vscode.l10n.t("{0} wants an API key, or another one than it was given.", endpoint),
  forbidden: (endpoint) => vscode.l10n.t("{0} refused access: the API key isn't allowed to use this model.", endpoint),
  modelNotFound: (endpoint, detail) =>
    vscode.l10n.t(
      "{0} doesn't have the model {1}. Is its name right, and is it loaded there?",
      endpoint,
      detail.model ?? vscode.l10n.t("that was asked for"),
    ),
  notFound: (endpoint) =>
    vscode.l10n.t("There is no chat service at the address of {0}. It usually ends in /v1.", endpoint),
  contextExceeded: (_, detail) => describeContext(detail),
  payloadTooLarge: (endpoint) => vscode.l10n.t("The text is larger than {0} accepts. Select less of it.", endpoint),
  rateLimited: (endpoint, detail) => describeRateLimit(endpoint, detail),
  overloaded: (endpoint) => vscode.l10n.t("{0} is overloaded. Wait a little and try again.", endpoint),
  serverError: (endpoint, detail) =>
    vscode.l10n.t("{0} failed with an error of its own (HTTP {1}).", endpoint, detail.status ?? 500),
  badRequest: (endpoint, detail) =>
    vscode.l10n.t("{0} didn't accept the request ({1}).", endpoint, detail.reason ?? `HTTP ${detail.status ?? 400}`),
  unexpectedAnswer: (endpoint, detail) =>
    vscode.l10n.t(
      "{0} answered with something else than a chat service does ({1}). Is a login page or a proxy in the way?",
      endpoint,
      detail.received ?? "unknown",
    ),
  interrupted: (endpoint) =>
    vscode.l10n.t("The answer of {0} was cut off before its end. Nothing was changed.", endpoint),
  tooLong: (endpoint) => vscode.l10n.t("The answer of {0} was far longer than the text, and was stopped.", endpoint),
  truncated: (endpoint) => vscode.l10n.t("The answer didn't fit and was cut off by {0}. Select less text.", endpoint),
  filtered: (endpoint) => vscode.l10n.t("{0} withheld its answer (content filter).", endpoint),
  unknownFinish: (endpoint, detail) =>
    vscode.l10n.t(
      "{0} ended its answer for an unknown reason ({1}), so that it may not be complete.",
      endpoint,
      detail.reason ?? "?",
    ),
  empty: (endpoint) => vscode.l10n.t("{0} gave an empty answer.", endpoint),
  reasoningOnly: (endpoint) =>
    vscode.l10n.t(
      "{0} only sent its reasoning and no answer. Switch reasoning off for this model, or choose another.",
      endpoint,
    ),
  modelMissing: (_, detail) => vscode.l10n.t("The built-in model {0} isn't on this computer yet.", detail.model ?? ""),
  engineFailed: (_, detail) => vscode.l10n.t("The built-in model can't be started ({0}).", detail.reason ?? "unknown"),
  engineCrashed: () => vscode.l10n.t("The built-in model stopped unexpectedly. It starts anew with the next try."),
  outOfMemory: () =>
    vscode.l10n.t("There isn't enough memory for the built-in model. Close other programs, or choose a smaller model."),
  internal: (_, detail) =>
    vscode.l10n.t("Something went wrong in Euroscribe itself ({0}). Nothing was changed.", detail.reason ?? ""),
  invalidArguments: (_, detail) => vscode.l10n.t("Euroscribe: wrong arguments ({0})", detail.reason ?? ""),
  invalidSettings: (_, detail) => vscode.l10n.t("Euroscribe's settings need a look: {0}", detail.reason ?? ""),
  nothingSelected: () => vscode.l10n.t("Select some text first."),
  documentChanged: (_, detail) => describeChange(detail),
  notEditable: () => vscode.l10n.t("This document can't be edited. You can copy the result."),
};

function describeRateLimit(endpoint: string, { reason, retryAfterMs }: ErrorDetail): string {
  if (reason === "insufficient_quota") return vscode.l10n.t("The quota of your account with {0} is used up.", endpoint);
  return retryAfterMs === undefined
    ? vscode.l10n.t("{0} has had too many requests. Wait a little and try again.", endpoint)
    : vscode.l10n.t("{0} has had too many requests. Try again in {1} s.", endpoint, seconds(retryAfterMs));
}

function describeContext({ limit, requested }: ErrorDetail): string {
  if (limit === undefined) return vscode.l10n.t("The text is too long for the model's context. Select less of it.");
  if (requested === undefined)
    return vscode.l10n.t("The text is too long for the model's context of {0} tokens. Select less of it.", limit);
  return vscode.l10n.t(
    "The text needs {0} tokens, and the model's context has {1}. Select less of it.",
    requested,
    limit,
  );
}

function describeChange({ reason }: ErrorDetail): string {
  if (reason === "gone" || reason === "closed")
    return vscode.l10n.t("The document isn't there any more. You can copy the result.");
  return vscode.l10n.t(
    "The text was edited meanwhile, so nothing was changed. Copy the result, or try again with the text as it is now.",
  );
}

function seconds(ms = 0): number {
  return Math.ceil(ms / 1000);
}
