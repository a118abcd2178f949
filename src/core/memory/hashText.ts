/**
 * 106 bits of two 53-bit hashes (cyrb53), as hexadecimal digits: for identity, not for secrecy. Whoever looks a text up
 * by it compares the text as well.
 */
export function hashText(text: string): string {
  return [0x9e37, 0x79b9].map((seed) => hashNumber(text, seed).toString(16).padStart(14, "0")).join("");
}

/** 53 bits, as a whole number. */
export function hashNumber(text: string, seed = 0): number {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
