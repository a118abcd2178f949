import * as vscode from "vscode";
import type { AssistantError } from "../../core/errors.ts";
import { type Choices, type HostMessage, LONGEST_TEXT, type PageMessage, parseChoices } from "../../protocol.ts";
import { COMMANDS, WALKTHROUGH } from "../contributions.ts";
import { describeError } from "../describeError.ts";
import type { Machine } from "../machine.ts";
import { joinTexts, placeTexts } from "../placeTexts.ts";
import type { RecentLanguages } from "../recentLanguages.ts";
import { type ReportOptions, remediesFor } from "../reportError.ts";
import type { Assistant } from "../runTaskOnSelections.ts";
import { type SelectionTarget, takeSelections } from "../selectionTarget.ts";
import { nameOfEndpoint, readSettings } from "../settings.ts";
import { toAssistantError } from "../toAssistantError.ts";
import { DraftKeeper } from "./draftKeeper.ts";
import { Entries } from "./entries.ts";
import { Entry } from "./entry.ts";
import { EntryRunner, type Failure } from "./entryRunner.ts";
import { missingModel, viewPlace, viewPlaces } from "./places.ts";
import { taskOf } from "./taskOf.ts";
import { viewStyles } from "./viewStyles.ts";

export interface SessionOptions {
  readonly asker: Assistant;
  readonly recent: RecentLanguages;
  readonly machine: Machine;
  /** Of the workspace. */
  readonly state: Pick<vscode.Memento, "get" | "update">;
  readonly downloadModel: ReportOptions["downloadModel"];
}

const CHOICES_KEY = "sidebarChoices";

type Message<Kind extends PageMessage["kind"]> = PageMessage & { readonly kind: Kind };

/**
 * What the sidebar holds: the text, the runs and their answers, in memory alone. A page comes and goes, as the view
 * is shown and hidden, and is told all of it when it comes.
 */
export class Session implements vscode.Disposable {
  readonly #options: SessionOptions;
  readonly #draft: DraftKeeper;
  readonly #entries = new Entries();
  readonly #runner: EntryRunner;
  readonly #disposables: vscode.Disposable[];
  #page: ((message: HostMessage) => void) | undefined;
  #isReady = false;
  #isStarting = false;
  #wantsFocus = false;

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#draft = new DraftKeeper(options.asker.detectLanguage);
    this.#runner = new EntryRunner({ asker: options.asker, post: this.#post, describe: this.#describeFailure });
    this.#disposables = [
      this.#draft,
      this.#entries,
      this.#draft.onDidChange(() => this.#postDraft()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("euroscribe")) void this.#postPlaces();
      }),
    ];
  }

  /** A page that takes messages, as long as it is shown. It is told everything when it says that it is ready. */
  show(page: (message: HostMessage) => void): void {
    this.#page = page;
    this.#isReady = false;
    this.#draft.isFollowing = true;
    this.#draft.follow();
  }

  /** A view that is moved goes after its page has come elsewhere: that one stays. */
  hide(page: (message: HostMessage) => void): void {
    if (this.#page !== page) return;
    this.#page = undefined;
    this.#isReady = false;
    this.#draft.isFollowing = false;
  }

  /** Puts the cursor into the page, now or when it has come. */
  focus(): void {
    if (this.#isReady) this.#post({ kind: "focus" });
    else this.#wantsFocus = true;
  }

  /** Does what the page asks. Rejects never: what goes wrong is told to the page. */
  async receive(message: PageMessage): Promise<void> {
    try {
      await this.#do(message);
    } catch (thrown) {
      const error = toAssistantError(thrown);
      this.#options.asker.log.warn("sidebar failed", { message: message.kind, kind: error.kind });
      if (error.kind !== "cancelled") this.#notify(describeError(error, "Euroscribe"));
    }
  }

  dispose(): void {
    this.#runner.cancel();
    for (const disposable of this.#disposables) disposable.dispose();
  }

  async #do(message: PageMessage): Promise<void> {
    switch (message.kind) {
      case "ready":
        return this.#replay();
      case "edit":
        return this.#draft.edit(message);
      case "choose":
        // VS Code keeps a page's own state as well, but not at once: a window that is reloaded may lose it.
        await this.#options.state.update(CHOICES_KEY, message.choices);
        return;
      case "useSelection":
        return this.#draft.useSelection();
      case "setLanguage":
        return this.#draft.setLanguage(message.language);
      case "run":
        return this.#run(message);
      case "cancel":
        return this.#runner.cancel();
      case "chooseEndpoint":
        return this.#mendPlace(message);
      case "help":
        await vscode.commands.executeCommand("workbench.action.openWalkthrough", WALKTHROUGH, false);
        return;
      case "clearHistory":
        this.#entries.clear((entry) => entry === this.#runner.running);
        return this.#postEntries();
      default:
        return this.#doWithEntry(message, this.#entries.find(message.entry));
    }
  }

  async #doWithEntry(
    message: Message<"tryAgain" | "refine" | "showTry" | "showEntry" | "keepCorrections" | "apply" | "remedy">,
    entry: Entry | undefined,
  ): Promise<void> {
    if (!entry) return;
    switch (message.kind) {
      case "tryAgain":
        return this.#runner.askForAnother(entry);
      case "refine": {
        const { instruction } = message;
        const refinements = entry.texts.map((answer) => ({ answer, instruction }));
        return refinements.length === 0 ? undefined : this.#runner.ask(entry, { temperature: 0, refinements });
      }
      case "showTry":
        if (message.way === "earlier") entry.tries?.showEarlier();
        else entry.tries?.showLater();
        return this.#postEntry();
      case "showEntry":
        this.#entries.show(entry);
        return this.#postEntry();
      case "keepCorrections":
        entry.keepCorrections(message);
        return this.#postEntry();
      case "apply":
        return this.#apply(entry, message);
      case "remedy":
        await entry.remedy(message.name)?.run();
        return this.#postPlaces();
      default:
        return message satisfies never;
    }
  }

  /** Sends what is shown to where it was shown to go, or nothing. */
  async #run(message: Message<"run">): Promise<void> {
    // A click that comes twice runs once.
    if (this.#isStarting || this.#runner.running) return;
    this.#isStarting = true;
    try {
      const shown = await viewPlace(message.choices.task, this.#options.machine);
      const entry = this.#start(message, shown.id);
      if (entry) void this.#runner.ask(entry, { temperature: 0 });
    } finally {
      this.#isStarting = false;
    }
  }

  #start({ choices, revision, place }: Message<"run">, placeNow: string): Entry | undefined {
    const { draft } = this.#draft;
    if (revision !== draft.revision) {
      this.#postDraft();
      return undefined;
    }
    if (placeNow !== place) {
      this.#notify(vscode.l10n.t("The endpoint has changed meanwhile. See where the text goes, and run it again."));
      void this.#postPlaces();
      return undefined;
    }
    const target = draft.origin === "selection" ? takeSelections(vscode.window.activeTextEditor) : undefined;
    const entry = this.#makeEntry(choices, target);
    if (!entry) {
      target?.dispose();
      this.#draft.follow();
      return undefined;
    }
    if (entry.task.kind === "translate") void this.#options.recent.add(entry.task.to);
    this.#entries.add(entry);
    target?.onDidChange(() => void this.#targetChanged(entry));
    this.#postEntries();
    void this.#postPlaces();
    return entry;
  }

  #makeEntry(choices: Choices, target: SelectionTarget | undefined): Entry | undefined {
    const { text, instruction, language, detected, documentName } = this.#draft.draft;
    const sources = target?.sources ?? [text];
    // The editor may have moved on since the page was told: then something else than was shown would be sent.
    if (text.trim() === "" || text.length > LONGEST_TEXT || joinTexts(sources) !== text) return undefined;
    const settings = readSettings(target?.uri);
    const task = taskOf({ choices, instruction, language, settings });
    const id = this.#entries.nextId();
    return task && new Entry({ id, task, language: language ?? detected, sources, documentName, target });
  }

  async #apply(entry: Entry, { way }: Message<"apply">): Promise<void> {
    const { texts } = entry;
    if (!entry.tries || this.#runner.running === entry) return;
    try {
      const opened = await placeTexts({ way, texts, target: entry.target, title: entry.title });
      if (opened && entry.target) {
        this.#options.asker.summaries.add(opened, { target: entry.target, answer: entry.tries.shown });
      }
      if (way === "replace") entry.markPlaced(texts);
      if (way === "copy") this.#notify(vscode.l10n.t("Copied."));
    } finally {
      await this.#targetChanged(entry);
    }
  }

  async #targetChanged(entry: Entry): Promise<void> {
    if ((await entry.updateTarget()) && entry === this.#entries.shown) this.#postEntry();
  }

  async #mendPlace({ name, task }: Message<"chooseEndpoint">): Promise<void> {
    if (name === "choose") await vscode.commands.executeCommand(COMMANDS.selectEndpoint);
    else if (name === "settings")
      await vscode.commands.executeCommand("workbench.action.openSettings", "euroscribe.endpoint");
    else await this.#options.downloadModel(await missingModel(task));
    await this.#postPlaces();
  }

  readonly #describeFailure = (error: AssistantError, entry: Entry): Failure => {
    const { log } = this.#options.asker;
    log.warn("sidebar run failed", { task: entry.task.kind, kind: error.kind, status: error.detail.status });
    const endpoint = error.detail.endpoint ?? nameOfEndpoint(entry.task.kind);
    const retry = () => this.#runner.ask(entry, { temperature: 0 });
    return {
      message: describeError(error, endpoint),
      remedies: remediesFor(error, { endpoint, retry, downloadModel: this.#options.downloadModel }),
    };
  };

  /** Everything, for a page that has just come. */
  async #replay(): Promise<void> {
    this.#isReady = true;
    const choices = this.#options.state.get<unknown>(CHOICES_KEY);
    if (choices !== undefined) this.#post({ kind: "choices", choices: parseChoices(choices) });
    this.#runner.flush();
    this.#postDraft();
    this.#postEntries();
    await this.#postPlaces();
    if (this.#wantsFocus) this.#post({ kind: "focus" });
    this.#wantsFocus = false;
  }

  #postDraft(): void {
    this.#post({ kind: "draft", draft: this.#draft.draft });
  }

  #postEntries(): void {
    this.#post(this.#entries.list());
    this.#postEntry();
  }

  #postEntry(): void {
    const entry = this.#entries.shown?.view();
    this.#post({ kind: "entry", ...(entry && { entry }) });
  }

  async #postPlaces(): Promise<void> {
    const places = await viewPlaces(this.#options.machine);
    const recent = [...this.#options.recent.list()];
    const scope = vscode.window.activeTextEditor?.document.uri;
    const { targetLanguage } = readSettings(scope);
    const defaults = targetLanguage && { defaultLanguage: targetLanguage };
    this.#post({ kind: "places", places, recent, styles: viewStyles(scope), ...defaults });
  }

  #notify(message: string): void {
    this.#post({ kind: "notice", message });
  }

  /** To a page that isn't ready nothing is told: it would show the rest before it has the choices. */
  readonly #post = (message: HostMessage): void => {
    if (this.#isReady) this.#page?.(message);
  };
}
