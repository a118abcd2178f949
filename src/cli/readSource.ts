import { readFile } from "node:fs/promises";
import { decodeDocument } from "../core/document/decodeDocument.ts";
import { hashBytes } from "../node/memory/outputRecord.ts";
import { describeFileError } from "./describeFileError.ts";
import { FileFault } from "./fileFault.ts";

/** The text of a document, and the hash of its bytes. Throws a FileFault. */
export async function readSource(file: string): Promise<{ readonly text: string; readonly hash: string }> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new FileFault(describeFileError(error));
  });
  const text = decodeDocument(bytes);
  if (text === undefined) throw new FileFault("this isn't text in UTF-8, and was left alone");
  return { text, hash: hashBytes(bytes) };
}
