import { usePage } from "../context.ts";
import { ANSWER_ID } from "../focus.ts";
import { hasChanges, type State } from "../state.ts";
import { AnswerText } from "./answerText.tsx";
import { Corrections } from "./corrections.tsx";
import { Failure } from "./failure.tsx";
import { ResultActions } from "./resultActions.tsx";
import { StreamText } from "./streamText.tsx";
import { TryLine } from "./tryLine.tsx";
import { ViewSwitch } from "./viewSwitch.tsx";

/** What came of the text, or comes. */
export function Answer({ state }: { readonly state: State }) {
  const { entry, view } = state;
  if (!entry) return <Empty />;
  const { progress } = entry;
  const isRunning = progress.kind === "running";
  return (
    <section class="answer" aria-labelledby={ANSWER_ID} aria-busy={isRunning}>
      <div class="head">
        <h2 id={ANSWER_ID} tabIndex={-1}>
          {entry.title}
        </h2>
        {!isRunning && <TryLine entry={entry} />}
      </div>
      {(progress.kind === "failed" || progress.kind === "cancelled") && <Failure entry={entry} progress={progress} />}
      {isRunning && <StreamText stream={state.stream} language={entry.language} />}
      {!isRunning && entry.texts.length > 0 && (
        <>
          <ViewSwitch view={view} hasChanges={hasChanges(entry)} />
          <AnswerText entry={entry} view={view} />
          <Corrections entry={entry} />
        </>
      )}
      {entry.texts.length > 0 && <ResultActions entry={entry} isRunning={isRunning} />}
    </section>
  );
}

function Empty() {
  const { labels, send } = usePage();
  return (
    <section class="empty">
      <p>{labels.emptyAnswer}</p>
      <button type="button" onClick={() => send({ kind: "help" })}>
        {labels.help}
      </button>
    </section>
  );
}
