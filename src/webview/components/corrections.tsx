import type { CorrectionView, EntryView } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { format } from "../format.ts";
import { PieceText } from "./pieceText.tsx";

/** The corrections one by one, each to keep or to leave out; the result above holds those that are kept. */
export function Corrections({ entry }: { readonly entry: EntryView }) {
  const { labels, send } = usePage();
  const { id, tryNumber, corrections, sourceLanguage, target } = entry;
  if (corrections.length === 0) return null;
  const kept = corrections.filter(({ isKept }) => isKept).length;
  const keep = (indexes: readonly number[], isKept: boolean) =>
    send({ kind: "keepCorrections", entry: id, tryNumber, corrections: [...indexes], isKept });
  const isAll = kept === corrections.length;
  return (
    // What stands in the document already is undone there.
    <fieldset class="corrections" aria-labelledby="kept" disabled={target === "done"}>
      <div class="head">
        <span id="kept" class="label">
          {format(labels.corrections, kept, corrections.length)}
        </span>
        <button type="button" class="link" onClick={() => keep([...corrections.keys()], !isAll)}>
          {isAll ? labels.keepNone : labels.keepAll}
        </button>
      </div>
      <ul lang={sourceLanguage ?? ""}>
        {corrections.map((correction, index) => (
          <li key={index}>
            <label>
              <input
                type="checkbox"
                checked={correction.isKept}
                onChange={({ currentTarget }) => keep([index], currentTarget.checked)}
              />
              <CorrectionText correction={correction} />
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

function CorrectionText({
  correction: { title, lead, trail, before, after },
}: {
  readonly correction: CorrectionView;
}) {
  return (
    <span>
      <span dir="auto" class="line">
        {lead}
        {before !== "" && <PieceText piece={{ kind: "deleted", text: before }} />}
        {after !== "" && <PieceText piece={{ kind: "inserted", text: after }} />}
        {trail}
      </span>
      <span class="meta" lang={document.documentElement.lang}>
        {title}
      </span>
    </span>
  );
}
