import type * as vscode from "vscode";
import { endpointUrl } from "../core/chat/endpointUrl.ts";
import { AssistantError } from "../core/errors.ts";

export type Permission = "always" | "once" | "no";

export interface PermissionQuestion {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Whether it is https; else whoever is on the way can read what is sent. */
  readonly isEncrypted: boolean;
  /** The user's text, or the extension's own sentence with the user's key. */
  readonly what: "text" | "test";
}

export interface PermissionRequest extends Pick<PermissionQuestion, "what"> {
  /** Takes the question back, which is a no. */
  readonly signal?: AbortSignal | undefined;
}

/** Whether something may go to where it isn't on this computer: asked before the first time, remembered by origin. */
export interface SendPermission {
  /**
   * Resolves where text may go to the address now, else throws `cancelled`. This computer's own addresses need no
   * asking; neither does a test of an encrypted one, which sends no text of the user's.
   */
  require(address: string, request: PermissionRequest): Promise<void>;
  /** Asks anew from now on. */
  forget(origin: string): Promise<void>;
}

export interface SendPermissionOptions {
  /** Of this computer, and never synchronised to another. */
  readonly state: Pick<vscode.Memento, "get" | "update">;
  /** An answer that fails is a no. */
  readonly ask: (question: PermissionQuestion, signal?: AbortSignal) => Promise<Permission>;
}

const KEY = "originsAllowed";

export function createSendPermission({ state, ask }: SendPermissionOptions): SendPermission {
  let lastQuestion: Promise<unknown> = Promise.resolve();
  const allowed = (): readonly string[] => {
    const value = state.get<unknown>(KEY);
    return Array.isArray(value) ? value.filter((origin) => typeof origin === "string") : [];
  };
  const askUnlessAllowed = async (question: PermissionQuestion, signal?: AbortSignal): Promise<Permission> => {
    if (signal?.aborted) return "no";
    if (allowed().includes(question.origin)) return "always";
    const answer = await ask(question, signal).catch((): Permission => "no");
    // Not waited for: what can't be stored is asked for again, and holds no other question up.
    if (answer === "always") state.update(KEY, [...allowed(), question.origin]).then(undefined, () => {});
    return answer;
  };
  return {
    require: async (address, { what, signal }) => {
      const { origin, isLoopback } = endpointUrl(address);
      const isEncrypted = origin.startsWith("https:");
      if (isLoopback || (what === "test" && isEncrypted)) return;
      // One question at a time: who waits behind another may find that it was answered for good.
      const answer = lastQuestion.then(() => askUnlessAllowed({ origin, isEncrypted, what }, signal));
      lastQuestion = answer;
      if ((await answer) === "no") throw new AssistantError("cancelled");
    },
    forget: async (origin) =>
      state.update(
        KEY,
        allowed().filter((other) => other !== origin),
      ),
  };
}
