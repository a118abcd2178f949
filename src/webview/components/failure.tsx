import type { EntryView } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { Icon } from "./icon.tsx";

interface Props {
  readonly entry: EntryView;
  readonly progress: EntryView["progress"] & { readonly kind: "failed" | "cancelled" };
}

/** Why there is no answer and what can be done; what had arrived of it is marked, and can't be applied. */
export function Failure({ entry, progress }: Props) {
  const { labels, send } = usePage();
  const isFailed = progress.kind === "failed";
  const again = { label: labels.tryAgain, onClick: () => send({ kind: "tryAgain", entry: entry.id }) } as const;
  const buttons = isFailed
    ? progress.remedies.map(({ name, label }) => ({
        label,
        onClick: () => send({ kind: "remedy", entry: entry.id, name }),
      }))
    : [again];
  return (
    <>
      <div class={isFailed ? "notice error" : "notice"}>
        <p>
          {isFailed && <Icon name="error" />}
          {isFailed ? progress.message : labels.cancelled}
        </p>
        <div class="buttons">
          {buttons.map(({ label, onClick }) => (
            <button key={label} type="button" onClick={onClick}>
              {label}
            </button>
          ))}
        </div>
      </div>
      {progress.partial !== "" && (
        <>
          <p class="meta">{labels.incomplete}</p>
          <div class="words partial" lang={entry.language ?? ""} dir="auto">
            <div class="line">{progress.partial}</div>
          </div>
        </>
      )}
    </>
  );
}
