import type { Labels } from "../../labels.ts";
import { usePage } from "../context.ts";

import { format } from "../format.ts";
import type { Spoken } from "../state.ts";

/** What a screen reader says by itself: start, half, end and errors of a run, and never its words as they come. */
export function Announcements({ spoken, notice }: { readonly spoken: Spoken; readonly notice: string }) {
  const { labels } = usePage();
  return (
    <>
      <p class="notice-line" role="status">
        {notice}
      </p>
      <p class="unseen" role="status">
        {spoken.kind === "failed" ? "" : say(spoken, labels)}
      </p>
      <p class="unseen" role="alert">
        {spoken.kind === "failed" ? spoken.message : ""}
      </p>
    </>
  );
}

function say(spoken: Exclude<Spoken, { kind: "failed" }>, labels: Labels): string {
  switch (spoken.kind) {
    case "nothing":
      return "";
    case "started":
      return spoken.title;
    case "half":
      return labels.half;
    case "done":
      return `${spoken.findings > 0 ? format(labels.doneWithFindings, spoken.findings) : labels.done} ${spoken.note}`.trim();
    case "cancelled":
      return labels.cancelled;
    default:
      return spoken satisfies never;
  }
}
