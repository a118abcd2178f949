import type { ByteReader } from "./fetchPort.ts";
import { createUtf8Decoder } from "./utf8Decoder.ts";

/** Reads text up to so many bytes, and no further; what was read stands also where the connection breaks. */
export async function readText(reader: ByteReader, maxBytes: number): Promise<string> {
  const decoder = createUtf8Decoder();
  let text = "";
  let size = 0;
  try {
    while (size < maxBytes) {
      const { done, value } = await reader.read();
      if (done) break;
      if (!value) continue;
      size += value.byteLength;
      text += decoder.decode(value);
    }
  } catch {
    // The status says the most important thing already.
  }
  return text;
}
