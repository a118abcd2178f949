/** What the context and the computing need beside the model itself, as a share of its size. */
const OVERHEAD = 1.1;

/** macOS calls memory free that holds nothing at all, and so has hardly any: there the total decides. */
const SHARE_OF_TOTAL = 0.75;

/**
 * Whether a model's file may be loaded. Without this, the system would end the engine, or another program, or swap
 * until nothing moves.
 */
export function fitsInMemory({ fileBytes, availableBytes, totalBytes, platform }: MemoryNeed): boolean {
  const usable = platform === "darwin" ? totalBytes * SHARE_OF_TOTAL : availableBytes;
  return fileBytes * OVERHEAD <= usable;
}

export interface MemoryNeed {
  readonly fileBytes: number;
  readonly availableBytes: number;
  readonly totalBytes: number;
  readonly platform: NodeJS.Platform;
}
