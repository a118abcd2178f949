import { Session } from "node:inspector/promises";
import { monitorEventLoopDelay } from "node:perf_hooks";

export interface Waiting {
  /** Milliseconds for which the event loop was kept at once, at most, by whatever is at work in the process. */
  readonly longest: number;
  /** Milliseconds of work of the given files between two idle moments, at most: what is loaded by them counts. */
  readonly ours: number;
}

/** Samples a second: a step costs little, and a block of 50 ms has 50 of them. */
const INTERVAL_US = 1000;

/** How long the event loop of this process was kept while `work` ran, and for how long by files whose URL holds `part`. */
export async function watchEventLoop(part: string, work: () => Promise<void>): Promise<Waiting> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: INTERVAL_US });
  await session.post("Profiler.start");
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  try {
    await work();
  } finally {
    delay.disable();
  }
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return { longest: delay.max / 1e6, ours: longestWork(profile, part) };
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[] | undefined;
  }[];
  readonly samples?: readonly number[] | undefined;
  /** Microseconds before each sample. */
  readonly timeDeltas?: readonly number[] | undefined;
}

function longestWork({ nodes, samples = [], timeDeltas = [] }: Profile, part: string): number {
  const idle = nodes.find(({ callFrame }) => callFrame.functionName === "(idle)")?.id;
  const ours = new Set<number>();
  // A parent stands before its children.
  for (const { id, callFrame, children = [] } of nodes) {
    if (callFrame.url.includes(part)) ours.add(id);
    if (ours.has(id)) for (const child of children) ours.add(child);
  }
  let longest = 0;
  let current = 0;
  for (const [index, sample] of samples.entries()) {
    if (sample === idle) current = 0;
    else if (ours.has(sample)) current += timeDeltas[index] ?? 0;
    longest = Math.max(longest, current);
  }
  return longest / 1000;
}
