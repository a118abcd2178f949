import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { type HostMessage, parsePageMessage } from "../../protocol.ts";
import { readLabels } from "./labels.ts";
import { renderPage } from "./page.ts";
import type { Session } from "./session.ts";

/**
 * Fills the view with the page, and connects the two as long as the view lives. A hidden view has no page: it is made
 * anew when the view is shown, and asks for everything then.
 */
export function fillSidebarView(view: vscode.WebviewView, session: Session, extensionUri: vscode.Uri): void {
  const { webview } = view;
  const built = vscode.Uri.joinPath(extensionUri, "dist", "webview");
  const media = vscode.Uri.joinPath(extensionUri, "media");
  webview.options = { enableScripts: true, enableForms: false, localResourceRoots: [built, media] };
  webview.html = renderPage({
    cspSource: webview.cspSource,
    nonce: randomBytes(18).toString("base64url"),
    scriptUri: webview.asWebviewUri(vscode.Uri.joinPath(built, "main.js")).toString(),
    styleUri: webview.asWebviewUri(vscode.Uri.joinPath(media, "sidebar.css")).toString(),
    language: vscode.env.language,
    labels: readLabels(),
  });
  const page = (message: HostMessage) => void webview.postMessage(message);
  const showOrHide = () => {
    if (view.visible) session.show(page);
    else session.hide(page);
  };
  const disposables = [
    webview.onDidReceiveMessage((value: unknown) => {
      const message = parsePageMessage(value);
      if (message) void session.receive(message);
    }),
    view.onDidChangeVisibility(showOrHide),
  ];
  view.onDidDispose(() => {
    session.hide(page);
    for (const disposable of disposables) disposable.dispose();
  });
  showOrHide();
}
