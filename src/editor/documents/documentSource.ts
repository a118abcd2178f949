import * as vscode from "vscode";
import { breathe } from "../../core/breathe.ts";
import { decodeDocument } from "../../core/document/decodeDocument.ts";
import { type FormatName, findFormat } from "../../core/document/formats/documentFormat.ts";
import { hashBytes, hashText } from "../../node/memory/outputRecord.ts";
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
  return {
    uri,
    format,
    languageId: open?.languageId ?? (format === "text" ? "plaintext" : "markdown"),
    ...(await readText(uri, open)),
  };
}

type SourceText = Pick<DocumentSource, "text" | "hash">;

async function readText(uri: vscode.Uri, open: vscode.TextDocument | undefined): Promise<SourceText> {
  const bytes = open?.isUntitled ? undefined : await readBytes(uri, open);
  if (open && (open.isDirty || bytes === undefined)) {
    // The editor shows no byte order mark, and writes it again when it saves.
    const hasBom = bytes !== undefined && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const shown = open.getText();
    const text = hasBom && !shown.startsWith(BOM) ? BOM + shown : shown;
    await breathe(text);
    return { text, hash: hashText(text) };
  }
  const text = bytes && decodeDocument(bytes);
  if (bytes === undefined || text === undefined)
    throw new DocumentFault(vscode.l10n.t("It isn't text in UTF-8, and was left alone."));
  await breathe(text);
  return { text, hash: hashBytes(bytes) };
}

/** `undefined` for what is only in the editor, which can be translated as well. */
async function readBytes(uri: vscode.Uri, open: vscode.TextDocument | undefined): Promise<Uint8Array | undefined> {
  try {
    return await vscode.workspace.fs.readFile(uri);
  } catch (error) {
    if (open) return undefined;
    throw new DocumentFault(describeFileFault(error));
  }
}
