/**
 * The text of a file's bytes, with its byte order mark and line ends; `undefined` for what isn't UTF-8, or isn't text at
 * all. Encoded as UTF-8 again it gives the same bytes.
 */
export function decodeDocument(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes("\0") ? undefined : text;
  } catch {
    return undefined;
  }
}
