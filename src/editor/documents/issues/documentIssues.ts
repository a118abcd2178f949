import * as vscode from "vscode";
import type { DocumentIssue } from "../../../core/document/segmentOutcome.ts";
import { createLineIndex } from "../../../core/lineIndex.ts";
import { type OffsetRange, trackRange } from "../../../core/trackRange.ts";
import type { Task } from "../../../core/writing/task.ts";
import type { Translated } from "../translateDocuments.ts";
import { describeIssue } from "./describeIssue.ts";

/** What should be looked at in a translated document, and where it is now. */
export interface OpenIssue extends Pick<DocumentIssue, "kind" | "findings" | "error" | "rejected"> {
  readonly id: number;
  readonly task: Task & { readonly kind: "translate" };
  /** The source as it stood when it was translated. */
  readonly sourceText: string;
  readonly sourceUri: vscode.Uri;
  readonly sourceRange: vscode.Range;
  /** In the translated document. UTF-16 offsets, followed through edits. */
  readonly range: OffsetRange;
}

/** The issues of the translated documents, as the Problems panel lists them. They are followed through edits. */
export class DocumentIssues implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection("euroscribe");
  readonly #documents = new Map<string, { readonly uri: vscode.Uri; issues: readonly OpenIssue[] }>();
  readonly #subscription: vscode.Disposable;
  #lastId = 0;

  constructor() {
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.#forget(uri);
      }),
    );
  }

  /** Lists what is to be looked at in a translation, in the place of what was. */
  set({ job, source, result, uri }: Translated): void {
    if (result.issues.length === 0) {
      this.#forget(uri);
      return;
    }
    const inSource = createLineIndex(source.text);
    const inOutput = createLineIndex(result.text);
    const task = { kind: "translate", to: job.language, formality: "auto" } as const;
    const issues = result.issues.map((issue): OpenIssue => {
      const { kind, findings, error, rejected, output, source: at } = issue;
      return {
        ...{ kind, findings, error, rejected, task },
        id: ++this.#lastId,
        sourceText: source.text.slice(at.start, at.end),
        sourceUri: source.uri,
        sourceRange: rangeOf(at, inSource),
        range: withoutBom(output, result.text),
      };
    });
    this.#documents.set(uri.toString(), { uri, issues });
    this.#show(uri, (range) => rangeOf(range, withBom(inOutput, result.text)));
  }

  issuesOf(uri: vscode.Uri): readonly OpenIssue[] {
    return this.#documents.get(uri.toString())?.issues ?? [];
  }

  /** Takes an issue off the list, or puts another in its place. */
  replace(uri: vscode.Uri, id: number, other?: Partial<OpenIssue>): void {
    const entry = this.#documents.get(uri.toString());
    if (!entry) return;
    entry.issues = entry.issues.flatMap((issue) => (issue.id !== id ? [issue] : other ? [{ ...issue, ...other }] : []));
    this.#showInDocument(uri);
  }

  clear(): void {
    this.#documents.clear();
    this.#collection.clear();
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#collection.dispose();
  }

  #follow({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const entry = this.#documents.get(document.uri.toString());
    if (!entry || contentChanges.length === 0) return;
    for (const { rangeOffset, rangeLength, text } of contentChanges) {
      const edit = { start: rangeOffset, length: rangeLength, inserted: text.length };
      entry.issues = entry.issues.map((issue) => ({ ...issue, range: trackRange(issue.range, edit) }));
    }
    this.#showInDocument(document.uri);
  }

  #showInDocument(uri: vscode.Uri): void {
    const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    if (document)
      this.#show(uri, ({ start, end }) => new vscode.Range(document.positionAt(start), document.positionAt(end)));
  }

  #show(uri: vscode.Uri, place: (range: OffsetRange) => vscode.Range): void {
    this.#collection.set(
      uri,
      this.issuesOf(uri).map((issue) => toDiagnostic(issue, place(issue.range))),
    );
  }

  #forget(uri: vscode.Uri): void {
    if (this.#documents.delete(uri.toString())) this.#collection.delete(uri);
  }
}

function toDiagnostic(issue: OpenIssue, range: vscode.Range): vscode.Diagnostic {
  const isMinor = issue.findings.every(({ kind }) => kind === "language" || kind === "length");
  const severity =
    issue.kind === "doubt" && isMinor ? vscode.DiagnosticSeverity.Information : vscode.DiagnosticSeverity.Warning;
  const diagnostic = new vscode.Diagnostic(range, describeIssue(issue), severity);
  diagnostic.source = "Euroscribe";
  diagnostic.code = issue.findings[0]?.kind ?? issue.error ?? issue.kind;
  diagnostic.relatedInformation = [
    new vscode.DiagnosticRelatedInformation(
      new vscode.Location(issue.sourceUri, issue.sourceRange),
      vscode.l10n.t("The source"),
    ),
  ];
  return diagnostic;
}

function rangeOf({ start, end }: OffsetRange, positionOf: ReturnType<typeof createLineIndex>): vscode.Range {
  const [from, to] = [positionOf(start), positionOf(end)];
  return new vscode.Range(from.line, from.column, to.line, to.column);
}

/** An editor's offsets don't count a byte order mark. */
function withoutBom({ start, end }: OffsetRange, text: string): OffsetRange {
  const shift = text.startsWith("\ufeff") ? 1 : 0;
  return { start: start - shift, end: end - shift };
}

function withBom(positionOf: ReturnType<typeof createLineIndex>, text: string): ReturnType<typeof createLineIndex> {
  if (!text.startsWith("\ufeff")) return positionOf;
  return (offset) => {
    const { line, column } = positionOf(offset + 1);
    return { line, column: line === 0 ? column - 1 : column };
  };
}
