import type { RunProgress } from "../core/document/runProgress.ts";
import { OUTCOMES } from "../core/document/segmentOutcome.ts";
import { describeIssue } from "./describeIssue.ts";
import type { Output, Reporter, RunEvent, Streams } from "./reporter.ts";

/** Milliseconds between two looks of the line of progress. */
const INTERVAL = 100;

/** Plain lines for people and for CI; on a terminal a line of progress below them. */
export function createTextReporter({ stdout, stderr }: Streams, now: () => number = Date.now): Reporter {
  const line = createProgressLine(stderr, now);
  return (event) => {
    if (event.event === "progress") return line.show(describeProgress(event));
    line.clear();
    const isFault = event.event === "fault" || (event.event === "end" && event.message !== undefined);
    (isFault ? stderr : stdout).write(`${printable(describe(event))}\n`);
  };
}

function describe(event: Exclude<RunEvent, { event: "progress" }>): string {
  switch (event.event) {
    case "plan": {
      const { documents, segments, tokens, languages, model, endpoint } = event;
      const counted = documents === 1 ? "1 document" : `${documents} documents`;
      return `${counted} into ${languages.join(", ")}: ${segments} segments, about ${tokens} tokens, to ${model} (${endpoint})`;
    }
    case "document": {
      const { source, output, counts, note, issues } = event;
      const parts = OUTCOMES.filter((outcome) => counts[outcome] > 0).map((outcome) => `${counts[outcome]} ${outcome}`);
      const lines = issues.map((issue) => {
        const severity = issue.kind === "fault" ? "error" : "warning";
        return `${output}:${issue.line}:${issue.column}: ${severity}: ${describeIssue(issue)}`;
      });
      const title = `${source} → ${output}: ${parts.join(", ") || "nothing to translate"}`;
      return [title, ...(note ? [`${source}: ${note}`] : []), ...lines].join("\n");
    }
    case "fault":
      return `${event.file}: ${event.message}`;
    case "end": {
      const { written, faults, kept, message } = event;
      const sums = [
        `${written} written`,
        ...(kept > 0 ? [`${kept} segments kept their source`] : []),
        ...(faults > 0 ? [`${faults} not translated`] : []),
      ];
      return [...(message ? [message] : []), sums.join(", ")].join("\n");
    }
    default:
      return event satisfies never;
  }
}

function describeProgress(progress: RunProgress): string {
  const { documentsDone, documentsTotal, segmentsDone, segmentsTotal, millisecondsLeft } = progress;
  const tokens = progress.promptTokens + progress.completionTokens;
  const left = millisecondsLeft === undefined ? "" : `, ${describeDuration(millisecondsLeft)} left`;
  return `${documentsDone}/${documentsTotal} documents, ${segmentsDone}/${segmentsTotal} segments, ${tokens} tokens${left}`;
}

function describeDuration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds < 90) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${(minutes / 60).toFixed(1)} h`;
}

function createProgressLine(stderr: Output, now: () => number) {
  let last = 0;
  let isShown = false;
  return {
    show: (text: string): void => {
      if (!stderr.isTTY || now() - last < INTERVAL) return;
      last = now();
      isShown = true;
      stderr.write(`\r\u001b[2K${text.slice(0, (stderr.columns ?? 80) - 1)}`);
    },
    clear: (): void => {
      if (isShown) stderr.write("\r\u001b[2K");
      isShown = false;
    },
  };
}

/** What comes from files and models must not steer the terminal. */
function printable(text: string): string {
  return text.replace(/(?!\n)\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
}
