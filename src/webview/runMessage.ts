import { LONGEST_TEXT, type PageMessage } from "../protocol.ts";
import type { State } from "./state.ts";

/** What Run sends; `undefined` while something is missing, or while an answer is on its way. */
export function runMessage({ choices, draft, places, entry }: State): PageMessage | undefined {
  const place = places?.places[choices.task];
  const isRunning = entry?.progress.kind === "running";
  if (isRunning || !place || place.problem || draft.origin === "tooLong") return undefined;
  if (draft.text.trim() === "" || draft.text.length > LONGEST_TEXT) return undefined;
  if (choices.task === "translate" && !choices.to) return undefined;
  if (choices.task === "rewrite" && choices.style === "custom" && draft.instruction.trim() === "") return undefined;
  return { kind: "run", choices, revision: draft.revision, place: place.id };
}
