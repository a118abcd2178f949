import { useEffect, useRef } from "preact/hooks";
import { usePage } from "../context.ts";
import { format } from "../format.ts";
import { missingForRun, runMessage } from "../runMessage.ts";
import type { State } from "../state.ts";

const MISSING_ID = "missing";

/** Run; while an answer is on its way Cancel, in the same place and with the focus kept. */
export function RunBar({ state }: { readonly state: State }) {
  const { labels, send } = usePage();
  const isRunning = state.entry?.progress.kind === "running";
  const message = isRunning ? ({ kind: "cancel" } as const) : runMessage(state);
  const missing = missingForRun(state);
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The answer comes below, and Cancel stays at hand.
    if (isRunning) bar.current?.scrollIntoView({ block: "start" });
  }, [isRunning]);
  return (
    <div class="run" ref={bar}>
      <button
        id="run"
        type="button"
        class={isRunning ? "wide" : "primary wide"}
        aria-keyshortcuts={isRunning ? "Escape" : "Control+Enter Meta+Enter"}
        aria-disabled={!message}
        aria-describedby={MISSING_ID}
        // The second click of a double click would cancel what the first has begun.
        onClick={({ detail }) => message && detail < 2 && send(message)}
      >
        {isRunning ? labels.cancel : labels.actions[state.choices.task]}
      </button>
      <p id={MISSING_ID} class="meta">
        {!isRunning && missing && labels.missing[missing]}
      </p>
      <Progress state={state} />
    </div>
  );
}

function Progress({ state: { entry, stream } }: { readonly state: State }) {
  const { labels } = usePage();
  if (entry?.progress.kind !== "running") return null;
  const { isChecking, title } = entry.progress;
  const far = stream.length === 0 ? labels.waiting : format(labels.receiving, stream.length);
  return (
    <p class="meta progress">
      <span class="bar" aria-hidden="true" />
      <span>
        {title} {isChecking ? labels.checking : far}
      </span>
    </p>
  );
}
