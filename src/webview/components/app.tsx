import { useMemo } from "preact/hooks";
import { type Page, PageContext } from "../context.ts";
import type { State } from "../state.ts";
import { ActionFields } from "./actionFields.tsx";
import { Announcements } from "./announcements.tsx";
import { Answer } from "./answer.tsx";
import { History } from "./history.tsx";
import { PlaceLine } from "./placeLine.tsx";
import { RunBar } from "./runBar.tsx";
import { TextBox } from "./textBox.tsx";

/** The page, from the text to what came of it. */
export function App({ state, page }: { readonly state: State; readonly page: Page }) {
  const { draft, choices, places } = state;
  // An answer that streams in paints every frame: what it doesn't change isn't looked at then.
  const fields = useMemo(
    () => (
      <>
        <TextBox draft={draft} />
        <ActionFields choices={choices} draft={draft} recent={places?.recent ?? []} styles={places?.styles ?? []} />
        <PlaceLine task={choices.task} places={places?.places} />
      </>
    ),
    [draft, choices, places],
  );
  return (
    <PageContext.Provider value={page}>
      {fields}
      <RunBar state={state} />
      <Answer state={state} />
      <History entries={state.history} shown={state.entry?.id} />
      <Announcements spoken={state.spoken} notice={state.notice} />
    </PageContext.Provider>
  );
}
