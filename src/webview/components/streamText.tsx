import { useMemo } from "preact/hooks";
import type { Locale } from "../../core/languages.ts";
import type { Stream } from "../stream.ts";

interface Props {
  readonly stream: Stream;
  readonly language: Locale | undefined;
}

/** An answer as it arrives: what is whole of it isn't looked at again. */
export function StreamText({ stream: { pages, blocks }, language }: Props) {
  return (
    <div class="words" lang={language ?? ""} dir="auto">
      {pages.map((page, index) => (
        <Blocks key={index} blocks={page} />
      ))}
      <Blocks key="last" blocks={blocks} />
    </div>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly string[] }) {
  return useMemo(
    () => (
      <div>
        {blocks.map((block, index) => (
          <div key={index} class="line">
            {block}
          </div>
        ))}
      </div>
    ),
    [blocks],
  );
}
