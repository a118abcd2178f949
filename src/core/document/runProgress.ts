import { type Clock, systemClock } from "../clock.ts";
import type { DocumentPlan } from "./planDocument.ts";
import type { DocumentProgress } from "./progress.ts";

/** How far a run over several documents and languages is. */
export interface RunProgress extends DocumentProgress {
  readonly documentsDone: number;
  readonly documentsTotal: number;
  /** Estimated from what has been answered so far; `undefined` as long as there is nothing to go by. */
  readonly millisecondsLeft: number | undefined;
}

export interface RunMeter {
  readonly progress: RunProgress;
  /** Takes what a document tells of itself. */
  update(place: number, progress: DocumentProgress): void;
  /** The document has come to its end, whatever that was. */
  finish(place: number): void;
}

export interface RunMeterOptions {
  /** Of each document in each language, in their order. */
  readonly plans: readonly DocumentPlan[];
  readonly onProgress: (progress: RunProgress) => void;
  readonly clock?: Clock;
}

type Counts = Pick<
  DocumentProgress,
  "segmentsDone" | "sourceTokensDone" | "requests" | "promptTokens" | "completionTokens"
>;

const NOTHING: Counts = { segmentsDone: 0, sourceTokensDone: 0, requests: 0, promptTokens: 0, completionTokens: 0 };

/** Adds up what the documents of a run tell. */
export function createRunMeter({ plans, onProgress, clock = systemClock }: RunMeterOptions): RunMeter {
  const all: Counts[] = plans.map(() => NOTHING);
  const ended = new Set<number>();
  const total = {
    segmentsTotal: plans.reduce((sum, { segments }) => sum + segments, 0),
    sourceTokensTotal: plans.reduce((sum, { sourceTokens }) => sum + sourceTokens, 0),
    documentsTotal: plans.length,
  };
  // What the memory answers takes no time: the time that is left goes by what was asked for.
  let began: { readonly at: number; readonly tokens: number } | undefined;
  const summed = (): RunProgress => {
    const counts = all.reduce(addCounts, NOTHING);
    if (!began && counts.requests > 0) began = { at: clock.now(), tokens: counts.sourceTokensDone };
    const done = began ? counts.sourceTokensDone - began.tokens : 0;
    const left = total.sourceTokensTotal - counts.sourceTokensDone;
    const millisecondsLeft = began && done > 0 ? ((clock.now() - began.at) / done) * left : undefined;
    return { ...counts, ...total, documentsDone: ended.size, millisecondsLeft };
  };
  let progress = summed();
  const tell = () => {
    progress = summed();
    onProgress(progress);
  };
  return {
    get progress() {
      return progress;
    },
    update: (place, counts) => {
      all[place] = counts;
      tell();
    },
    finish: (place) => {
      ended.add(place);
      tell();
    },
  };
}

function addCounts(sum: Counts, one: Counts): Counts {
  return {
    segmentsDone: sum.segmentsDone + one.segmentsDone,
    sourceTokensDone: sum.sourceTokensDone + one.sourceTokensDone,
    requests: sum.requests + one.requests,
    promptTokens: sum.promptTokens + one.promptTokens,
    completionTokens: sum.completionTokens + one.completionTokens,
  };
}
