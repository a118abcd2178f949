import * as vscode from "vscode";
import { SIDEBAR_VIEW } from "../contributions.ts";
import { Late } from "../late.ts";
import type { Session, SessionOptions } from "./session.ts";

export interface SidebarOptions extends SessionOptions {
  readonly extensionUri: vscode.Uri;
}

/** The view of the writing assistant. What it needs is loaded when it is first shown, and not with the window. */
export class Sidebar implements vscode.Disposable {
  readonly #options: SidebarOptions;
  readonly #registration: vscode.Disposable;
  /** One for all the pages that come and go. */
  readonly #session: Late<Session>;

  constructor(options: SidebarOptions) {
    this.#options = options;
    this.#session = new Late(async () => new (await import("./session.ts")).Session(options));
    this.#registration = vscode.window.registerWebviewViewProvider(SIDEBAR_VIEW, {
      resolveWebviewView: (view) => this.#fill(view),
    });
  }

  /** Shows the view and puts the cursor into it. */
  async focus(): Promise<void> {
    await vscode.commands.executeCommand(`${SIDEBAR_VIEW}.focus`);
    (await this.#session.get()).focus();
  }

  dispose(): void {
    this.#registration.dispose();
    this.#session.ifLoaded((session) => session.dispose());
  }

  async #fill(view: vscode.WebviewView): Promise<void> {
    const [session, { fillSidebarView }] = await Promise.all([this.#session.get(), import("./sidebarView.ts")]);
    fillSidebarView(view, session, this.#options.extensionUri);
  }
}
