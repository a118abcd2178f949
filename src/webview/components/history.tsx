import type { HostMessage } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { focusText } from "../focus.ts";

interface Props {
  readonly entries: (HostMessage & { readonly kind: "history" })["entries"];
  readonly shown: number | undefined;
}

/** The runs of this session, to go back to; they are gone with the window, or by a button. */
export function History({ entries, shown }: Props) {
  const { labels, send } = usePage();
  if (entries.length === 0) return null;
  return (
    <details class="history">
      <summary>
        {labels.history} ({entries.length})
      </summary>
      <ul>
        {entries.map(({ id, title, excerpt }) => (
          <li key={id}>
            <button
              type="button"
              class="row"
              aria-current={id === shown ? "true" : undefined}
              onClick={() => send({ kind: "showEntry", entry: id })}
            >
              <span>{title}</span>
              <bdi class="meta">{excerpt}</bdi>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        onClick={() => {
          focusText();
          send({ kind: "clearHistory" });
        }}
      >
        {labels.clearHistory}
      </button>
    </details>
  );
}
