// An extension that runs commands for a test outside of VS Code: whatever is written to the file that EUROSCRIBE_RUNNER
// names from its activation on, `{ "command": …, "argument": … }`. It writes the number of the extension host's process
// beside it.
const { readFileSync, writeFileSync } = require("node:fs");
const vscode = require("vscode");

exports.activate = ({ subscriptions }) => {
  const file = process.env.EUROSCRIBE_RUNNER;
  if (!file) return;
  let last = readFileSync(file, "utf8");
  const timer = setInterval(() => {
    const now = readFileSync(file, "utf8");
    if (now === last || now === "") return;
    last = now;
    const { command, argument } = JSON.parse(now);
    vscode.commands.executeCommand(command, argument).then(undefined, () => {});
  }, 20);
  subscriptions.push({ dispose: () => clearInterval(timer) });
  writeFileSync(`${file}.pid`, String(process.pid));
};
