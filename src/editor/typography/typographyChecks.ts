import * as vscode from "vscode";
import { type CheckOptions, checkDocument, type DocumentTypography } from "../../core/document/checkDocument.ts";
import { describeFinding } from "./describeFinding.ts";
import { TypographyActions } from "./typographyActions.ts";

export interface Checked extends DocumentTypography, Pick<CheckOptions, "format" | "language"> {
  /** The version of the document that was checked. */
  readonly version: number;
}

/** While somebody types, the check waits this long. Milliseconds. */
const PAUSE = 400;

/** The documents whose typography was checked: their diagnostics follow what is written, until they are closed. */
export class TypographyChecks implements vscode.Disposable {
  readonly #diagnostics = vscode.languages.createDiagnosticCollection("euroscribe-typography");
  readonly #checked = new Map<string, Checked>();
  readonly #waiting = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #disposables: readonly vscode.Disposable[];

  constructor() {
    this.#disposables = [
      this.#diagnostics,
      vscode.languages.registerCodeActionsProvider({ scheme: "*" }, new TypographyActions(this), {
        providedCodeActionKinds: [vscode.CodeActionKind.QuickFix],
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#checkSoon(document)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#forget(uri)),
    ];
  }

  /** Checks the document now and, until it is closed, after each change. How many places are to be set otherwise. */
  async check(document: vscode.TextDocument, options: Pick<Checked, "format" | "language">): Promise<number> {
    const { version } = document;
    const found = await checkDocument(document.getText(), { ...options, breathe: breather() });
    if (document.isClosed || document.version !== version) {
      this.#checked.set(document.uri.toString(), { ...options, version: -1, edits: [], findings: [] });
      this.#checkSoon(document);
      return found.findings.length;
    }
    this.#checked.set(document.uri.toString(), { ...options, ...found, version });
    const { language } = options;
    this.#diagnostics.set(
      document.uri,
      found.findings.map((finding) => describeFinding(document, finding, language)),
    );
    return new Set(found.edits.map(({ group }) => group)).size;
  }

  /** What was found, if the document still is what was checked. */
  find(document: vscode.TextDocument): Checked | undefined {
    const checked = this.#checked.get(document.uri.toString());
    return checked?.version === document.version ? checked : undefined;
  }

  /** Sets right all that was found, in one step. */
  async fixAll(document: vscode.TextDocument): Promise<void> {
    const checked = this.find(document);
    if (checked) await vscode.workspace.applyEdit(changesOf(document, checked.edits));
  }

  dispose(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    for (const disposable of this.#disposables) disposable.dispose();
  }

  #checkSoon(document: vscode.TextDocument): void {
    const key = document.uri.toString();
    const checked = this.#checked.get(key);
    if (!checked || document.isClosed || checked.version === document.version) return;
    clearTimeout(this.#waiting.get(key));
    this.#waiting.set(
      key,
      setTimeout(() => void this.check(document, { format: checked.format, language: checked.language }), PAUSE),
    );
  }

  #forget(uri: vscode.Uri): void {
    clearTimeout(this.#waiting.get(uri.toString()));
    this.#waiting.delete(uri.toString());
    this.#checked.delete(uri.toString());
    this.#diagnostics.delete(uri);
  }
}

/** One edit of the workspace, which one undo takes back. */
export function changesOf(document: vscode.TextDocument, edits: DocumentTypography["edits"]): vscode.WorkspaceEdit {
  const change = new vscode.WorkspaceEdit();
  const texts = edits.map(({ start, end, replacement }) =>
    vscode.TextEdit.replace(new vscode.Range(document.positionAt(start), document.positionAt(end)), replacement),
  );
  change.set(document.uri, texts);
  return change;
}

/** Lets others have their turn every few milliseconds. */
function breather(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < 15) return;
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}
