import { h, render } from "preact";
import type { Labels } from "../labels.ts";
import { LONGEST_TEXT, type PageMessage, parseChoices, parseHostMessage } from "../protocol.ts";
import { App } from "./components/app.tsx";
import { focusText, keepingFocus } from "./focus.ts";
import { listenForKeys } from "./keys.ts";
import { type Action, firstState, reduce } from "./state.ts";

declare function acquireVsCodeApi(): {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
};

/** How long typing has to rest before the extension is told. Milliseconds. */
const PAUSE = 200;
/** How long a notice stays. Milliseconds. */
const NOTICE_TIME = 5000;

const vscode = acquireVsCodeApi();
// Written by the extension into its own page.
const labels = JSON.parse(document.body.dataset.labels ?? "{}") as Labels;
const root = document.getElementById("app");

let state = firstState(parseChoices(vscode.getState()));
let isUntold = false;
let pause = 0;
let frame = 0;
let noticeEnd = 0;

function dispatch(action: Action): void {
  const before = state;
  state = reduce(state, action);
  if (state.choices !== before.choices) vscode.setState(state.choices);
  if (action.kind === "chose") vscode.postMessage({ kind: "choose", choices: state.choices });
  if (state.notice !== "" && state.notice !== before.notice) takeBackNotice();
  if (action.kind === "typed" || action.kind === "instructed") tellSoon();
  // However much arrives, it is painted once a frame.
  if (state !== before && frame === 0) frame = requestAnimationFrame(paint);
}

function paint(): void {
  frame = 0;
  if (root) keepingFocus(() => render(h(App, { state, page }), root));
}

function takeBackNotice(): void {
  clearTimeout(noticeEnd);
  noticeEnd = setTimeout(() => dispatch({ kind: "received", message: { kind: "notice", message: "" } }), NOTICE_TIME);
}

function tellSoon(): void {
  isUntold = true;
  clearTimeout(pause);
  pause = setTimeout(tell, PAUSE);
}

function tell(): void {
  clearTimeout(pause);
  if (!isUntold) return;
  isUntold = false;
  const { revision, text, instruction, origin } = state.draft;
  // What is too long to be sent stays here, with a word that says so: nothing of it is cut off in silence.
  if (text.length > LONGEST_TEXT) return;
  vscode.postMessage({ kind: "edit", revision, instruction, ...(origin === "typed" && { text }) });
}

const page = {
  labels,
  dispatch,
  send: (message: PageMessage) => {
    tell();
    vscode.postMessage(message);
  },
};

window.addEventListener("message", ({ data }) => {
  const message = parseHostMessage(data);
  if (!message) return;
  dispatch({ kind: "received", message });
  if (message.kind === "focus") focusText();
});
listenForKeys(() => state, page.send);
// A hidden page is gone at once.
document.addEventListener("visibilitychange", tell);
window.addEventListener("pagehide", tell);

paint();
vscode.postMessage({ kind: "ready" });
