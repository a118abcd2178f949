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
  return (
    <PageContext.Provider value={page}>
      <TextBox draft={state.draft} />
      <ActionFields
        choices={state.choices}
        draft={state.draft}
        recent={state.places?.recent ?? []}
        styles={state.places?.styles ?? []}
      />
      <PlaceLine task={state.choices.task} places={state.places?.places} />
      <RunBar state={state} />
      <Answer state={state} />
      <History entries={state.history} shown={state.entry?.id} />
      <Announcements spoken={state.spoken} notice={state.notice} />
    </PageContext.Provider>
  );
}
