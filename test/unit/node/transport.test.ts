import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import dns from "node:dns";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, it } from "mocha";
import { createTransport } from "../../../src/node/transport.ts";
import { startFakeServer } from "../../support/fakeServer/fakeServer.ts";
import { whole } from "../../support/fakeServer/wholeReply.ts";
import { withTransport } from "../chat/withTransport.ts";

const init = () =>
  ({ method: "POST", headers: {}, body: "{}", redirect: "manual", signal: new AbortController().signal }) as const;

describe("transport", () => {
  it("takes the global fetch for other computers, as it is when it is called", async () => {
    const transport = createTransport();
    const original = globalThis.fetch;
    const seen: string[] = [];
    try {
      const remote = transport.fetchFor("https://api.mistral.ai/v1");
      const local = transport.fetchFor("http://localhost:8080/v1");
      globalThis.fetch = async (url) => {
        seen.push(String(url));
        return new Response("{}");
      };
      await remote("https://api.mistral.ai/v1", init());
      assert.notEqual(remote, local);
      assert.deepEqual(seen, ["https://api.mistral.ai/v1"]);
    } finally {
      globalThis.fetch = original;
    }
  });

  it("T10: tries both families of a name, so that a server on IPv6 alone is reached", async function () {
    const server = await startFakeServer(whole("x"), { host: "::1" }).catch(() => undefined);
    if (!server) return this.skip();
    const transport = createTransport();
    const { lookup } = dns;
    try {
      // What a system answers where the name has addresses of both; undici asks for all.
      const both = [
        { address: "127.0.0.1", family: 4 },
        { address: "::1", family: 6 },
      ];
      Object.assign(dns, {
        lookup: (_: string, { family, all }: dns.LookupAllOptions, done: (...found: unknown[]) => void) => {
          const found = both.filter((one) => !family || one.family === family);
          if (all) done(null, found);
          else done(null, found[0]?.address, found[0]?.family);
        },
      });
      const url = server.url.replace("[::1]", "localhost");
      assert.equal((await transport.fetchFor(url)(url, init())).status, 200);
    } finally {
      Object.assign(dns, { lookup });
      await transport.dispose();
      await server.close();
    }
  });

  it("leaves the process's own way to the network alone", () => {
    // In a process of its own: here somebody has used the global fetch before.
    const folder = mkdtempSync(path.join(tmpdir(), "euroscribe-transport-"));
    try {
      const file = path.join(folder, "transport.cjs");
      const options = ["--bundle", "--platform=node", "--format=cjs", "--log-level=error", `--outfile=${file}`];
      execFileSync(path.resolve("node_modules/.bin/esbuild"), ["src/node/transport.ts", ...options]);
      const script = `
        const { createTransport } = require(${JSON.stringify(file)});
        const fetchLocal = createTransport().fetchFor("http://127.0.0.1:1");
        fetchLocal("http://127.0.0.1:1", { method: "POST" }).catch(() => {
          const dispatcher = globalThis[Symbol.for("undici.globalDispatcher.1")];
          console.log(dispatcher === globalThis[Symbol.for("undici.globalDispatcher.2")] ? "undici's" : "Node's");
        });`;
      assert.equal(execFileSync(process.execPath, ["-e", script], { encoding: "utf8" }).trim(), "Node's");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("uses a connection again after an answer that was read to its end", async () => {
    await withTransport(whole("x"), async (server, transport) => {
      for (let turn = 0; turn < 3; turn += 1) {
        const reader = (await transport.fetchFor(server.url)(server.url, init())).body?.getReader();
        while (!(await reader?.read())?.done);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      assert.equal(server.connections(), 1);
    });
  });

  it("closes its connections when it is disposed of, those in use as well, and can be used again", async () => {
    await withTransport({ instead: "never" }, async (server, transport) => {
      const fetch = transport.fetchFor(server.url);
      const hanging = fetch(server.url, init());
      while (server.openConnections() === 0) await new Promise((resolve) => setImmediate(resolve));
      await Promise.all([transport.dispose(), assert.rejects(hanging)]);
      while (server.openConnections() > 0) await new Promise((resolve) => setImmediate(resolve));
      server.play(whole("x"));
      assert.equal((await fetch(server.url, init())).status, 200);
    });
  });

  it("disposes of nothing where nothing was opened", async () => {
    await createTransport().dispose();
  });
});
