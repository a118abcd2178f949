import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Labels } from "../labels.ts";
import type { PageMessage } from "../protocol.ts";
import type { Action } from "./state.ts";

/** What every part of the page may use. */
export interface Page {
  readonly labels: Labels;
  readonly dispatch: (action: Action) => void;
  /** Tells the extension, after what was typed before. */
  readonly send: (message: PageMessage) => void;
}

export const PageContext = createContext<Page | undefined>(undefined);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error("outside of the page");
  return page;
}
