import type { Locale } from "../../core/languages.ts";
import type { Stream } from "../stream.ts";

interface Props {
  readonly stream: Stream;
  readonly language: Locale | undefined;
}

/** An answer as it arrives, in blocks: only the last of them changes. */
export function StreamText({ stream, language }: Props) {
  return (
    <div class="words" lang={language ?? ""} dir="auto">
      {stream.blocks.map((block, index) => (
        <div key={index} class="line">
          {block}
        </div>
      ))}
    </div>
  );
}
