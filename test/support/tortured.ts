import * as vscode from "vscode";

/** A method of VS Code's API that commands wait for. */
interface Place {
  readonly name: string;
  readonly object: Record<string, unknown>;
  readonly method: string;
}

const place = (name: string, object: object, method: string): Place => ({
  name,
  object: object as Record<string, unknown>,
  method,
});

const PLACES: readonly Place[] = [
  place("applyEdit", vscode.workspace, "applyEdit"),
  place("openTextDocument", vscode.workspace, "openTextDocument"),
  place("stat", vscode.workspace.fs, "stat"),
  place("showTextDocument", vscode.window, "showTextDocument"),
  place("executeCommand", vscode.commands, "executeCommand"),
  place("setTextDocumentLanguage", vscode.languages, "setTextDocumentLanguage"),
];

/** What happens at the call with this index, counted over all places: before it is made, or in its place. */
export interface Misfortune {
  readonly index: number;
  readonly befall: () => Promise<"goOn" | "fail">;
}

/** Lets every awaited call of the API pass through a count while `use` runs; returns the names of those that were made. */
export async function countCalls(misfortune: Misfortune | undefined, use: () => Promise<void>): Promise<string[]> {
  const calls: string[] = [];
  const originals = PLACES.map(({ object, method }) => object[method]);
  for (const [index, { name, object, method }] of PLACES.entries()) {
    const original = originals[index] as (...args: unknown[]) => Promise<unknown>;
    object[method] = async (...args: unknown[]) => {
      // Context keys are set and not waited for; our own commands are what is tested.
      if (name === "executeCommand" && /^(?:setContext|euroscribe\.)/.test(String(args[0]))) {
        return original.apply(object, args);
      }
      const at = calls.push(name) - 1;
      if (at === misfortune?.index && (await misfortune.befall()) === "fail") throw new Error("it failed");
      return original.apply(object, args);
    };
  }
  try {
    await use();
    return calls;
  } finally {
    for (const [index, { object, method }] of PLACES.entries()) object[method] = originals[index];
  }
}
