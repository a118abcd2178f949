import { LONGEST_TEXT, type PageMessage } from "../protocol.ts";
import type { State } from "./state.ts";

/** What the user has still to give before Run can do something. */
export type Missing = "text" | "language" | "instruction";

/** What Run sends; `undefined` while something is missing, or while an answer is on its way. */
export function runMessage(state: State): PageMessage | undefined {
  const { choices, draft, places, entry } = state;
  const place = places?.places[choices.task];
  const isRunning = entry?.progress.kind === "running";
  if (isRunning || !place || place.problem || draft.origin === "tooLong") return undefined;
  if (draft.text.length > LONGEST_TEXT || missingForRun(state)) return undefined;
  return { kind: "run", choices, revision: draft.revision, place: place.id };
}

/** The first of the things that are missing, as they stand on the page. A selection that is too long is none. */
export function missingForRun({ choices, draft }: State): Missing | undefined {
  if (draft.text.trim() === "" && draft.origin !== "tooLong") return "text";
  if (choices.task === "translate" && !choices.to) return "language";
  if (choices.task === "rewrite" && choices.style === "custom" && draft.instruction.trim() === "") return "instruction";
  return undefined;
}
