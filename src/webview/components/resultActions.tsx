import { useState } from "preact/hooks";
import { type ApplyWay, type EntryView, LONGEST_INSTRUCTION } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { Icon } from "./icon.tsx";

/** What can be done with an answer. */
export function ResultActions({ entry }: { readonly entry: EntryView }) {
  const { labels, send } = usePage();
  const { id, target } = entry;
  const button = (way: ApplyWay, look = "") => (
    <button key={way} type="button" class={look} onClick={() => send({ kind: "apply", entry: id, way })}>
      {labels.apply[way]}
    </button>
  );
  // A summary stands for itself and never over its text.
  const canReplace = target === "ready" && entry.task !== "summarize" && entry.note === "";
  return (
    <>
      {target !== "none" && target !== "ready" && (
        <p class={target === "done" ? "notice good" : "notice"}>
          {target === "done" && <Icon name="done" />}
          {labels.targets[target]}
        </p>
      )}
      <div class="buttons">
        {canReplace && button("replace", "primary")}
        {target === "ready" && button("insertBelow")}
        {button("copy", canReplace ? "" : "primary")}
        {button("beside")}
        <button type="button" onClick={() => send({ kind: "tryAgain", entry: id })}>
          {labels.tryAgain}
        </button>
      </div>
      <Refine key={id} id={id} />
    </>
  );
}

function Refine({ id }: { readonly id: number }) {
  const { labels, send } = usePage();
  const [instruction, setInstruction] = useState("");
  const refine = () => {
    if (instruction.trim() !== "") send({ kind: "refine", entry: id, instruction: instruction.trim() });
  };
  return (
    <div class="field">
      <label for="refine">{labels.refine}</label>
      <div class="row-of-two">
        <input
          id="refine"
          type="text"
          value={instruction}
          maxLength={LONGEST_INSTRUCTION}
          placeholder={labels.refinePlaceholder}
          onInput={({ currentTarget: { value } }) => setInstruction(value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.isComposing) return;
            // Ctrl+Enter would run the action on the text above.
            event.preventDefault();
            event.stopPropagation();
            refine();
          }}
        />
        <button type="button" aria-disabled={instruction.trim() === ""} onClick={refine}>
          {labels.refine}
        </button>
      </div>
    </div>
  );
}
