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

const NOTHING: DocumentProgress = {
  segmentsDone: 0,
  segmentsTotal: 0,
  sourceTokensDone: 0,
  sourceTokensTotal: 0,
  requests: 0,
  promptTokens: 0,
  completionTokens: 0,
};

/** Adds up what the documents of a run tell. */
export function createRunMeter({ plans, onProgress, clock = systemClock }: RunMeterOptions): RunMeter {
  // What a document tells of itself takes the place of its plan: a long paragraph may be several segments for a model.
  const all: DocumentProgress[] = plans.map(({ segments, sourceTokens }) => ({
    ...NOTHING,
    segmentsTotal: segments,
    sourceTokensTotal: sourceTokens,
  }));
  const ended = new Set<number>();
  // What the memory answers takes no time: the time that is left goes by what was asked for.
  let began: { readonly at: number; readonly tokens: number } | undefined;
  const summed = (): RunProgress => {
    const counts = all.reduce(addCounts, NOTHING);
    if (!began && counts.requests > 0) began = { at: clock.now(), tokens: counts.sourceTokensDone };
    const done = began ? counts.sourceTokensDone - began.tokens : 0;
    const left = counts.sourceTokensTotal - counts.sourceTokensDone;
    const millisecondsLeft = began && done > 0 ? ((clock.now() - began.at) / done) * left : undefined;
    return { ...counts, documentsDone: ended.size, documentsTotal: plans.length, millisecondsLeft };
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

function addCounts(sum: DocumentProgress, one: DocumentProgress): DocumentProgress {
  return {
    segmentsDone: sum.segmentsDone + one.segmentsDone,
    segmentsTotal: sum.segmentsTotal + one.segmentsTotal,
    sourceTokensDone: sum.sourceTokensDone + one.sourceTokensDone,
    sourceTokensTotal: sum.sourceTokensTotal + one.sourceTokensTotal,
    requests: sum.requests + one.requests,
    promptTokens: sum.promptTokens + one.promptTokens,
    completionTokens: sum.completionTokens + one.completionTokens,
  };
}
