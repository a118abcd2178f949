import { usePage } from "../context.ts";
import { hasChanges, type State } from "../state.ts";
import { AnswerText } from "./answerText.tsx";
import { Failure } from "./failure.tsx";
import { ResultActions } from "./resultActions.tsx";
import { StreamText } from "./streamText.tsx";
import { TryLine } from "./tryLine.tsx";
import { ViewSwitch } from "./viewSwitch.tsx";

/** What came of the text, or comes. */
export function Answer({ state }: { readonly state: State }) {
  const { labels } = usePage();
  const { entry, view } = state;
  if (!entry) return <p class="empty">{labels.emptyAnswer}</p>;
  const { progress } = entry;
  const isRunning = progress.kind === "running";
  return (
    <section class="answer" aria-labelledby="answer-title" aria-busy={isRunning}>
      <div class="head">
        <h2 id="answer-title">{entry.title}</h2>
        {!isRunning && <TryLine entry={entry} />}
      </div>
      {(progress.kind === "failed" || progress.kind === "cancelled") && <Failure entry={entry} progress={progress} />}
      {isRunning ? (
        <StreamText stream={state.stream} language={entry.language} />
      ) : (
        entry.texts.length > 0 && (
          <>
            <ViewSwitch view={view} hasChanges={hasChanges(entry)} />
            <AnswerText entry={entry} view={view} />
            <ResultActions entry={entry} />
          </>
        )
      )}
    </section>
  );
}
