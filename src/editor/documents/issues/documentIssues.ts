import * as vscode from "vscode";
import { moveRanges } from "../../../core/document/links/moveRanges.ts";
import type { Placement } from "../../../core/document/segment.ts";
import type { DocumentIssue } from "../../../core/document/segmentOutcome.ts";
import type { Locale } from "../../../core/languages.ts";
import { createLineIndex } from "../../../core/lineIndex.ts";
import { hashText } from "../../../core/memory/hashText.ts";
import { type OffsetRange, trackRange } from "../../../core/trackRange.ts";
import type { Task } from "../../../core/writing/task.ts";
import type { IssueEntry } from "../../../node/memory/issueRecord.ts";
import type { Translated } from "../translateDocuments.ts";
import { describeIssue } from "./describeIssue.ts";
import { withoutWords } from "./withoutWords.ts";

/** What should be looked at in a translated document, and where it is now. */
export interface OpenIssue extends Pick<DocumentIssue, "kind" | "findings" | "error" | "rejected"> {
  readonly id: number;
  readonly task: Task & { readonly kind: "translate" };
  /** The source as it stood when it was translated. */
  readonly sourceText: string;
  readonly sourceUri: vscode.Uri;
  readonly sourceRange: vscode.Range;
  /** In the source. UTF-16 offsets. */
  readonly source: OffsetRange;
  /** In the translated document. UTF-16 offsets, followed through edits. */
  readonly range: OffsetRange;
}

/** A translated document, and what it was made of. */
export interface IssueOrigin extends Pick<Translated, "source" | "uri"> {
  readonly language: Locale;
}

const BOM = "\ufeff";

type StoredIssues = Omit<IssueEntry, "output" | "outputHash">;

interface DocumentEntry {
  readonly uri: vscode.Uri;
  readonly origin: Omit<StoredIssues, "issues">;
  issues: readonly OpenIssue[];
}

/**
 * The issues of the translated documents, as the Problems panel lists them. They are followed through edits. `keep` is
 * told what is known of a document, without a word of its text, whenever that is another than what its file has.
 */
export class DocumentIssues implements vscode.Disposable {
  readonly #collection = vscode.languages.createDiagnosticCollection("euroscribe");
  readonly #documents = new Map<string, DocumentEntry>();
  readonly #keep: (uri: vscode.Uri, issues: StoredIssues) => void;
  readonly #subscription: vscode.Disposable;
  #lastId = 0;

  constructor(keep: (uri: vscode.Uri, issues: StoredIssues) => void) {
    this.#keep = keep;
    this.#subscription = vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument((event) => this.#follow(event)),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#store(uri)),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.#forget(uri);
      }),
    );
  }

  /** Lists what is to be looked at in a translation, in the place of what was. */
  set({ job, source, result, uri }: Translated): void {
    const issues = result.issues.map(({ source: at, output, ...issue }) => ({
      ...issue,
      source: at,
      range: withoutBom(output, result.text),
    }));
    this.#list({ uri, source, language: job.language }, result.text, issues);
    this.#store(uri);
    if (result.issues.length === 0) this.#forget(uri);
  }

  /** Lists again what was known of a translation that still is what it was; of the source it is where they stand by now. */
  restore(origin: IssueOrigin, output: string, issues: IssueEntry["issues"]): void {
    if (issues.length > 0 && !this.#documents.has(origin.uri.toString()))
      this.#list(
        origin,
        output,
        issues.map((issue) => ({ ...issue, error: issue.error, rejected: undefined })),
      );
  }

  #list({ uri, source, language }: IssueOrigin, output: string, issues: readonly ListedIssue[]): void {
    const inSource = createLineIndex(source.text);
    const task = { kind: "translate", to: language, formality: "auto" } as const;
    this.#documents.set(uri.toString(), {
      uri,
      origin: { source: source.uri.toString(), sourceHash: source.hash, language },
      issues: issues.map((issue) => ({
        ...issue,
        task,
        id: ++this.#lastId,
        sourceText: source.text.slice(issue.source.start, issue.source.end),
        sourceUri: source.uri,
        sourceRange: rangeOf(issue.source, inSource),
      })),
    });
    const inOutput = createLineIndex(output);
    this.#show(uri, (range) => rangeOf(range, withBom(inOutput, output)));
  }

  /** Tells what is known of a document by now. */
  #store(uri: vscode.Uri): void {
    const entry = this.#documents.get(uri.toString());
    if (!entry) return;
    const issues = entry.issues.map(({ kind, findings, error, source, sourceText, range }) => ({
      ...{ kind, source, range, hash: hashText(sourceText), findings: findings.flatMap(withoutWords) },
      ...(error && { error }),
    }));
    this.#keep(uri, { ...entry.origin, issues });
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
    this.#store(uri);
  }

  /** Its text was edited where it lies, such as its links; an editor that has it open tells of that itself. */
  move(uri: vscode.Uri, edits: readonly Placement[], output: string): void {
    const entry = this.#documents.get(uri.toString());
    if (!entry || vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString())) return;
    const bom = output.startsWith(BOM) ? 1 : 0;
    const shown = edits.map(({ range: { start, end }, text }) => ({
      range: { start: start - bom, end: end - bom },
      text,
    }));
    const moved = moveRanges(
      entry.issues.map(({ range }) => range),
      shown,
    );
    entry.issues = entry.issues.map((issue, index) => ({ ...issue, range: moved[index] ?? issue.range }));
    const inOutput = createLineIndex(output);
    this.#show(uri, (range) => rangeOf(range, withBom(inOutput, output)));
    this.#store(uri);
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
    // The file itself was changed, and read again.
    if (!document.isDirty) this.#store(document.uri);
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

type ListedIssue = Omit<OpenIssue, "id" | "task" | "sourceText" | "sourceUri" | "sourceRange">;

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
  const shift = text.startsWith(BOM) ? 1 : 0;
  return { start: start - shift, end: end - shift };
}

function withBom(positionOf: ReturnType<typeof createLineIndex>, text: string): ReturnType<typeof createLineIndex> {
  if (!text.startsWith(BOM)) return positionOf;
  return (offset) => {
    const { line, column } = positionOf(offset + 1);
    return { line, column: line === 0 ? column - 1 : column };
  };
}
