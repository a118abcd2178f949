import { useMemo } from "preact/hooks";
import type { Locale } from "../../core/languages.ts";
import type { EntryView } from "../../protocol.ts";
import { answerLines, type Line, sourceLines } from "../answerLines.ts";
import { usePage } from "../context.ts";
import type { AnswerView } from "../state.ts";
import { Findings } from "./findings.tsx";
import { PieceText } from "./pieceText.tsx";

interface Props {
  readonly entry: EntryView;
  readonly view: AnswerView;
}

/** An answer that is complete, as text and nothing else, with what the check found beside its place. */
export function AnswerText({ entry, view }: Props) {
  const { labels } = usePage();
  // A comparison of long texts takes longer than a frame: once for each answer is enough.
  const shown = useMemo(
    () => (view === "original" ? { texts: entry.sources.map(sourceLines), elsewhere: [] } : answerLines(entry, view)),
    [entry, view],
  );
  const language = view === "original" ? entry.sourceLanguage : entry.language;
  return (
    <>
      {entry.note !== "" && <p class="notice">{entry.note}</p>}
      {shown.elsewhere.length > 0 && (
        <div class="notice warning">
          <strong>{labels.findings}</strong>
          <Findings findings={shown.elsewhere} />
        </div>
      )}
      {shown.texts.map((lines, index) => (
        <Words key={index} lines={lines} language={language} />
      ))}
    </>
  );
}

function Words({ lines, language }: { readonly lines: readonly Line[]; readonly language: Locale | undefined }) {
  return (
    <div class="words" lang={language ?? ""} dir="auto">
      {lines.map(({ pieces, findings }, index) => (
        <div key={index}>
          <div class="line">
            {pieces.map((piece, at) => (
              <PieceText key={at} piece={piece} />
            ))}
          </div>
          {findings.length > 0 && <Findings findings={findings} />}
        </div>
      ))}
    </div>
  );
}
