/** More threads than this wait for the memory, not for each other's sums. */
const MOST = 8;

/**
 * How many threads the engine computes with.
 *
 * One core stays free, and of two as well: the engine's threads wait for each other by spinning, so that one which has
 * to share its core stops all of them. Measured with a 1.5B model on two cores: 2 threads wrote 28 tokens a second on a
 * quiet machine and 1 to 9 beside other work, 1 thread wrote 20 either way.
 *
 * @param available what this process may use: cores, affinity and quota
 * @param mathCores the cores that compute well: without hyperthreads and efficiency cores, as the engine counts them
 */
export function chooseThreads({
  available,
  mathCores,
}: {
  readonly available: number;
  readonly mathCores: number;
}): number {
  const free = Math.min(available - 1, mathCores > 0 ? mathCores : available, MOST);
  return Math.max(1, Math.floor(free));
}
