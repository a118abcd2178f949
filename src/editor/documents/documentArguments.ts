import * as vscode from "vscode";
import { AssistantError } from "../../core/errors.ts";
import { type CommandArguments, parseArguments } from "../commandArguments.ts";

/** What the document commands were called with. */
export type DocumentArguments = CommandArguments & { readonly places: readonly vscode.Uri[] };

/**
 * Understands an argument object with `uris` (Uris, or strings as `Uri.toString` makes them) and `languages`, and what the
 * menus hand over: the resource, and all that are selected in the explorer. Throws `invalidArguments`.
 */
export function parseDocumentArguments(argument: unknown, selected: unknown): DocumentArguments {
  const given = parseArguments(argument);
  const listed = given.uris ?? (Array.isArray(selected) ? selected : isUri(argument) ? [argument] : []);
  return { ...given, places: listed.map(toUri) };
}

function toUri(value: unknown): vscode.Uri {
  if (value instanceof vscode.Uri) return value;
  try {
    if (typeof value === "string" && /^[a-z][a-z\d+.-]+:/iu.test(value)) return vscode.Uri.parse(value, true);
    if (isUri(value)) return vscode.Uri.from(value);
  } catch {
    // Said below.
  }
  throw new AssistantError("invalidArguments", { reason: "uris: not a URI" });
}

function isUri(value: unknown): value is { readonly scheme: string; readonly path: string } {
  return (
    typeof value === "object" &&
    value !== null &&
    "scheme" in value &&
    typeof value.scheme === "string" &&
    "path" in value &&
    typeof value.path === "string"
  );
}
