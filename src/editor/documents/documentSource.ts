import * as vscode from "vscode";
import { decodeDocument } from "../../core/document/decodeDocument.ts";
import { type FormatName, findFormat } from "../../core/document/formats/documentFormat.ts";
import { hashBytes } from "../../node/memory/outputRecord.ts";
import { isProtected } from "../isEditable.ts";
import { DocumentFault, describeFileFault } from "./documentFault.ts";

/** A document as it is when its translation begins. */
export interface DocumentSource {
  readonly uri: vscode.Uri;
  readonly format: FormatName;
  readonly languageId: string;
  /** With a byte order mark where the file has one, and its line ends. */
  readonly text: string;
  /** Of the text's bytes. */
  readonly hash: string;
}

const BOM = "\ufeff";

/**
 * The open buffer if it has unsaved changes, else the file's bytes. Throws a DocumentFault for what can't be read as
 * text, has no format that can be translated, or steers the editor.
 */
export async function readDocumentSource(uri: vscode.Uri): Promise<DocumentSource> {
  const open = vscode.workspace.textDocuments.find(
    (document) => document.uri.toString() === uri.toString() && !document.isClosed,
  );
  const format = findFormat(uri.path, open?.languageId);
  if (isProtected(uri)) throw new DocumentFault(vscode.l10n.t("It steers the editor, and isn't translated."));
  if (!format)
    throw new DocumentFault(vscode.l10n.t("It isn't in a format that can be translated: Markdown, MDX or plain text."));
  const text = open?.isUntitled ? open.getText() : await readText(uri, open);
  return {
    uri,
    format,
    languageId: open?.languageId ?? (format === "text" ? "plaintext" : "markdown"),
    text,
    hash: hashBytes(new TextEncoder().encode(text)),
  };
}

async function readText(uri: vscode.Uri, open: vscode.TextDocument | undefined): Promise<string> {
  const bytes = await readBytes(uri, open);
  if (open?.isDirty) {
    // The editor shows no byte order mark, and writes it again when it saves.
    const hasBom = bytes !== undefined && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return hasBom && !open.getText().startsWith(BOM) ? BOM + open.getText() : open.getText();
  }
  const text = bytes && decodeDocument(bytes);
  if (text === undefined) throw new DocumentFault(vscode.l10n.t("It isn't text in UTF-8, and was left alone."));
  return text;
}

async function readBytes(uri: vscode.Uri, open: vscode.TextDocument | undefined): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    // What is only in the editor can be translated as well.
    if (open?.isDirty) return undefined;
    if (open) return new TextEncoder().encode(open.getText());
    throw new DocumentFault(describeFileFault(error));
  }
}
