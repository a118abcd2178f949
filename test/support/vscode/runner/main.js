// An extension that runs commands for a test outside of VS Code: whatever is written to the file that EUROSCRIBE_RUNNER
// names from its activation on, `{ "command": …, "argument": … }`, or the quick fix of that title in a line of a document,
// `{ "fix": …, "uri": …, "line": … }`. It writes the number of the extension host's process beside it, the
// `turn` that it has taken, and with `{ "problems": uri }` what is listed of a document, with the titles of its fixes.
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
    const { command, argument, fix, uri, line, problems, turn } = JSON.parse(now);
    if (fix) applyFix(fix, vscode.Uri.parse(uri), line).then(undefined, () => {});
    if (command) vscode.commands.executeCommand(command, argument).then(undefined, () => {});
    const told = problems && tellProblems(vscode.Uri.parse(problems), file);
    Promise.resolve(told).then(() => writeFileSync(`${file}.turn`, String(turn)));
  }, 20);
  subscriptions.push({ dispose: () => clearInterval(timer) });
  writeFileSync(`${file}.pid`, String(process.pid));
};

async function tellProblems(uri, file) {
  const diagnostics = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === "Euroscribe");
  if (diagnostics.length > 0) await vscode.workspace.openTextDocument(uri);
  const listed = [];
  for (const { range, code, message } of diagnostics) {
    const actions = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, range, "quickfix");
    listed.push({ line: range.start.line, code, message, fixes: actions.map(({ title }) => title) });
  }
  writeFileSync(`${file}.problems`, JSON.stringify(listed));
}

async function applyFix(title, uri, line) {
  const document = await vscode.workspace.openTextDocument(uri);
  const range = new vscode.Range(line, 0, line, 1);
  let command;
  // In a new window what is listed may come before the fixes.
  for (let tries = 0; tries < 100 && !command; tries += 1) {
    const actions = await vscode.commands.executeCommand("vscode.executeCodeActionProvider", uri, range);
    command = actions.find((action) => action.title === title)?.command;
    if (!command) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  if (!command) return;
  await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
  await document.save();
}
