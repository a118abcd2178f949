export interface Utf8Decoder {
  decode(bytes: Uint8Array): string;
  /** The rest after the last bytes: U+FFFD if a character was cut. */
  flush(): string;
  /** Whether bytes arrived that are no UTF-8. A genuine U+FFFD in the text isn't one. */
  hasInvalidBytes(): boolean;
}

/** Decodes a stream wherever it is split; drops a BOM at its start, and turns what is no UTF-8 into U+FFFD. */
export function createUtf8Decoder(): Utf8Decoder {
  const decoder = new TextDecoder();
  let tail = new Uint8Array();
  let hasInvalid = false;

  const note = (text: string, genuine: () => number) => {
    if (hasInvalid || !text.includes("\uFFFD")) return text;
    hasInvalid = text.split("\uFFFD").length - 1 > genuine();
    return text;
  };

  return {
    decode: (bytes) => {
      const text = note(decoder.decode(bytes, { stream: true }), () => countReplacementCharacters(tail, bytes));
      tail = lastTwo(tail, bytes);
      return text;
    },
    flush: () => note(decoder.decode(), () => 0),
    hasInvalidBytes: () => hasInvalid,
  };
}

/** How many encoded U+FFFD (EF BF BD) end in these bytes; the first may have begun in the two before them. */
function countReplacementCharacters(tail: Uint8Array, bytes: Uint8Array): number {
  const all = new Uint8Array(tail.length + bytes.length);
  all.set(tail);
  all.set(bytes, tail.length);
  let count = 0;
  for (let at = all.indexOf(0xef); at !== -1; at = all.indexOf(0xef, at + 1)) {
    if (all[at + 1] === 0xbf && all[at + 2] === 0xbd) count += 1;
  }
  return count;
}

function lastTwo(tail: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  if (bytes.length >= 2) return bytes.slice(-2);
  return Uint8Array.from([...tail, ...bytes].slice(-2));
}
