import type { Clock } from "../clock.ts";
import type { ByteReader } from "./fetchPort.ts";

const PATIENCE_MS = 100;
const MOST_READS = 4;

/**
 * Leaves a body that isn't of interest any more. Read to its end its connection can be used again, which saves the
 * next request a TLS handshake; so its end is given a moment to come, and then the connection is closed.
 */
export async function letGo(reader: ByteReader, clock: Clock): Promise<void> {
  const over = new AbortController();
  const timeUp = clock.sleep(PATIENCE_MS, over.signal).then(() => ({ done: true }));
  try {
    for (let reads = 0; reads < MOST_READS; reads += 1) {
      const { done } = await Promise.race([reader.read(), timeUp]);
      if (done) break;
    }
    over.abort();
    await reader.cancel();
  } catch {
    // It is gone then, which is what was wanted.
  } finally {
    over.abort();
  }
}
