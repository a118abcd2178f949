import * as vscode from "vscode";
import { SIDEBAR_VIEW } from "../contributions.ts";
import type { Session, SessionOptions } from "./session.ts";

export interface SidebarOptions extends SessionOptions {
  readonly extensionUri: vscode.Uri;
}

/** The view of the writing assistant. What it needs is loaded when it is first shown, and not with the window. */
export class Sidebar implements vscode.Disposable {
  readonly #options: SidebarOptions;
  readonly #registration: vscode.Disposable;
  #session: Promise<Session> | undefined;

  constructor(options: SidebarOptions) {
    this.#options = options;
    this.#registration = vscode.window.registerWebviewViewProvider(SIDEBAR_VIEW, {
      resolveWebviewView: (view) => this.#fill(view),
    });
  }

  /** Shows the view and puts the cursor into it. */
  async focus(): Promise<void> {
    await vscode.commands.executeCommand(`${SIDEBAR_VIEW}.focus`);
    (await this.#load()).focus();
  }

  dispose(): void {
    this.#registration.dispose();
    void this.#session?.then((session) => session.dispose());
  }

  async #fill(view: vscode.WebviewView): Promise<void> {
    const [session, { fillSidebarView }] = await Promise.all([this.#load(), import("./sidebarView.ts")]);
    fillSidebarView(view, session, this.#options.extensionUri);
  }

  /** One for all the pages that come and go. */
  #load(): Promise<Session> {
    this.#session ??= import("./session.ts").then(({ Session }) => new Session(this.#options));
    return this.#session;
  }
}
