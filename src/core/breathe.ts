/** UTF-16 units of a text from which on its checks, one after the other, are felt by whatever waits for them. */
const LONG = 10_000;

/**
 * Between two pieces of work on a long text: lets the host do what has come meanwhile. With a short text there is
 * nothing to wait for.
 */
export async function breathe(text: string): Promise<void> {
  if (text.length >= LONG) await new Promise<void>((resolve) => setTimeout(resolve, 0));
}
