import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { describe, it } from "mocha";

/**
 * Activates what is shipped in a Node of its own. Every way out is watched: whoever connects, listens, resolves a name
 * or starts a process is told by its stack. VS Code itself is whatever one asks of it: what is looked at is what the
 * extension does by itself.
 */
const WATCHED_ACTIVATION = `
const Module = require("node:module");
const ways = [];
const watch = (object, names, label) => {
  for (const name of names) {
    const original = object[name];
    if (typeof original !== "function") continue;
    object[name] = function (...args) {
      ways.push(label + "." + name);
      return new.target ? Reflect.construct(original, args, new.target) : original.apply(this, args);
    };
  }
};
watch(require("node:net").Socket.prototype, ["connect"], "net.Socket");
watch(require("node:net").Server.prototype, ["listen"], "net.Server");
watch(require("node:dgram"), ["createSocket"], "dgram");
watch(require("node:dns"), ["lookup", "resolve", "resolve4", "resolve6"], "dns");
watch(require("node:http"), ["request", "get"], "http");
watch(require("node:https"), ["request", "get"], "https");
watch(require("node:http2"), ["connect"], "http2");
watch(require("node:child_process"), ["spawn", "fork", "exec", "execFile", "spawnSync", "execFileSync"], "child_process");
watch(globalThis, ["fetch", "WebSocket", "setInterval"], "globalThis");
const anything = () => new Proxy(function () {}, {
  get: (target, name) => {
    if (name === Symbol.toPrimitive) return () => "";
    if (name === Symbol.iterator) return [][Symbol.iterator].bind([]);
    if (name === "then") return undefined;
    if (name === "fsPath") return __dirname;
    if (["map", "filter", "flatMap", "find", "some", "every", "forEach"].includes(name)) return [][name].bind([]);
    return anything();
  },
  apply: () => anything(),
  construct: () => anything(),
});
// A bundle copies the names that a module has: those of VS Code's that it uses.
const code = require("node:fs").readFileSync(process.argv[2], "utf8");
const names = new Set([...code.matchAll(/\\bvscode\\d*\\.(\\w+)/g)].map(([, name]) => name));
const vscode = Object.fromEntries([...names].map((name) => [name, anything()]));
const load = Module._load;
Module._load = (request, ...rest) => (request === "vscode" ? vscode : load(request, ...rest));
const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
const context = anything();
require(process.argv[2]).activate(new Proxy({ subscriptions: [] }, { get: (target, name) => target[name] ?? context[name] }));
setTimeout(() => {
  const timers = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length - before;
  console.log(JSON.stringify({ ways, timers }));
}, 3000).unref();
setTimeout(() => {}, 3100);
`;

describe("P6: activation", () => {
  it("connects to nothing, listens to nothing, starts no process, and leaves no timer", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "euroscribe-activation-"));
    try {
      const script = path.join(folder, "watch.cjs");
      await writeFile(script, WATCHED_ACTIVATION);
      const { stdout } = await promisify(execFile)(process.execPath, [script, path.resolve("dist/extension.js")]);
      // One timer is the one that keeps this script.
      assert.deepEqual(JSON.parse(stdout), { ways: [], timers: 1 });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }).timeout(20_000);
});
