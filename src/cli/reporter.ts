import type { RunProgress } from "../core/document/runProgress.ts";
import type { DocumentIssue, OutcomeCounts } from "../core/document/segmentOutcome.ts";

/** What the run tells of. Lines and columns count from 1, columns in UTF-16 units. */
export type RunEvent =
  | {
      readonly event: "plan";
      readonly documents: number;
      readonly segments: number;
      readonly tokens: number;
      readonly languages: readonly string[];
      readonly endpoint: string;
      readonly model: string;
    }
  | ({ readonly event: "progress" } & RunProgress)
  | {
      readonly event: "document";
      readonly source: string;
      readonly output: string;
      readonly language: string;
      readonly segments: number;
      readonly counts: OutcomeCounts;
      readonly issues: readonly ReportedIssue[];
      /** Such as that the source has changed meanwhile. */
      readonly note?: string;
    }
  /** A file that couldn't be translated; the rest goes on. */
  | { readonly event: "fault"; readonly file: string; readonly message: string }
  | {
      readonly event: "end";
      readonly exit: number;
      readonly written: number;
      readonly faults: number;
      readonly kept: number;
      /** What ended the run before its end, if anything did. */
      readonly message?: string;
    };

export interface ReportedIssue extends Pick<DocumentIssue, "kind" | "findings" | "error"> {
  /** In the translated document. */
  readonly line: number;
  readonly column: number;
  readonly sourceLine: number;
  readonly sourceColumn: number;
}

export type Reporter = (event: RunEvent) => void;

/** Where lines go; a terminal tells how wide it is. */
export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
}
