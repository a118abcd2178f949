import type { EntryView } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { format } from "../format.ts";
import { Icon } from "./icon.tsx";

/** Which of the tries is shown, and the ways to the others. */
export function TryLine({ entry }: { readonly entry: EntryView }) {
  const { labels, send } = usePage();
  if (entry.tryCount < 2) return null;
  return (
    <div class="tries">
      <button
        type="button"
        class="bare"
        aria-label={labels.earlierTry}
        title={labels.earlierTry}
        aria-disabled={entry.tryNumber <= 1}
        onClick={() => send({ kind: "showTry", entry: entry.id, way: "earlier" })}
      >
        <Icon name="earlier" />
      </button>
      <span class="meta">{format(labels.tryOf, entry.tryNumber, entry.tryCount)}</span>
      <button
        type="button"
        class="bare"
        aria-label={labels.laterTry}
        title={labels.laterTry}
        aria-disabled={entry.tryNumber >= entry.tryCount}
        onClick={() => send({ kind: "showTry", entry: entry.id, way: "later" })}
      >
        <Icon name="later" />
      </button>
    </div>
  );
}
