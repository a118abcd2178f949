import { useState } from "preact/hooks";
import { type ApplyWay, type EntryView, LONGEST_INSTRUCTION, type PageMessage } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { Icon } from "./icon.tsx";

interface Props {
  readonly entry: EntryView;
  /** Another try is on its way: the buttons stay where they are, and wait. */
  readonly isRunning: boolean;
}

/** What can be done with an answer. */
export function ResultActions({ entry, isRunning }: Props) {
  const { labels } = usePage();
  const { id, target } = entry;
  // A summary stands for itself and never over its text; and what equals the text has nothing to replace.
  const isOther = entry.texts.some((text, index) => text !== entry.sources[index]);
  const canReplace = target === "ready" && entry.task !== "summarize" && isOther;
  const apply = (way: ApplyWay) => ({ label: labels.apply[way], message: { kind: "apply", entry: id, way } as const });
  const actions: readonly { readonly label: string; readonly message: PageMessage }[] = [
    ...(canReplace ? [apply("replace")] : []),
    ...(target === "ready" ? [apply("insertBelow")] : []),
    apply("copy"),
    apply("beside"),
    { label: labels.tryAgain, message: { kind: "tryAgain", entry: id } },
  ];
  return (
    <>
      {target !== "none" && target !== "ready" && (
        <p class={target === "done" ? "notice good" : "notice"}>
          <span>
            {target === "done" && <Icon name="done" />}
            {labels.targets[target]}
          </span>
        </p>
      )}
      <div class="buttons">
        {actions.map(({ label, message }, index) => (
          <ActionButton
            key={label}
            label={label}
            message={message}
            isFirst={index === 0 && target !== "done"}
            isWaiting={isRunning}
          />
        ))}
      </div>
      <Refine key={id} id={id} isWaiting={isRunning} />
    </>
  );
}

interface ActionButtonProps {
  readonly label: string;
  readonly message: PageMessage;
  readonly isFirst: boolean;
  readonly isWaiting: boolean;
}

function ActionButton({ label, message, isFirst, isWaiting }: ActionButtonProps) {
  const { send } = usePage();
  return (
    <button
      type="button"
      class={isFirst ? "primary" : ""}
      aria-disabled={isWaiting}
      onClick={() => !isWaiting && send(message)}
    >
      {label}
    </button>
  );
}

function Refine({ id, isWaiting }: { readonly id: number; readonly isWaiting: boolean }) {
  const { labels, send } = usePage();
  const [typed, setTyped] = useState("");
  const instruction = typed.trim();
  const isReady = instruction !== "" && !isWaiting;
  const refine = () => isReady && send({ kind: "refine", entry: id, instruction });
  return (
    <div class="field">
      <label for="refine">{labels.refine}</label>
      <div class="row-of-two">
        <input
          id="refine"
          type="text"
          value={typed}
          maxLength={LONGEST_INSTRUCTION}
          placeholder={labels.refinePlaceholder}
          onInput={({ currentTarget: { value } }) => setTyped(value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing) return;
            // Ctrl+Enter would run the action on the text above.
            event.preventDefault();
            event.stopPropagation();
            refine();
          }}
        />
        <button type="button" aria-disabled={!isReady} onClick={refine}>
          {labels.refine}
        </button>
      </div>
    </div>
  );
}
