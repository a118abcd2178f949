import type * as vscode from "vscode";
import { findLanguage, type Locale } from "../core/languages.ts";

const KEY = "recentTargetLanguages";
const MOST = 5;

/** The target languages that were used in this workspace, newest first. */
export interface RecentLanguages {
  list(): readonly Locale[];
  /** Never rejects. */
  add(code: Locale): Promise<void>;
}

export function createRecentLanguages(state: vscode.Memento): RecentLanguages {
  const list = () =>
    state
      .get<readonly unknown[]>(KEY, [])
      .flatMap((code) => (typeof code === "string" ? (findLanguage(code)?.code ?? []) : []));
  return {
    list,
    add: async (code) => {
      try {
        await state.update(KEY, [code, ...list().filter((other) => other !== code)].slice(0, MOST));
      } catch {
        // What isn't remembered is asked for once more.
      }
    },
  };
}
