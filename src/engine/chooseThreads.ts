/** More threads than this wait for the memory, not for each other's sums. */
const MOST = 8;

/**
 * How many threads the engine computes with.
 *
 * One core stays free, and of two as well: the engine's threads wait for each other by spinning, so that one which has
 * to share its core stops all of them. Measured with a 1.5B model on two cores, tokens written a second: 2 threads 30 on
 * a quiet machine, 3 to 24 beside work that takes a third of a core, 5 to 15 beside work that takes a whole one;
 * 1 thread 21, and 7 to 20 beside either.
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
