import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { createServer as createHttpsServer } from "node:https";
import path from "node:path";
import { afterEach, describe, it } from "mocha";
import { louder, withProject } from "../support/cliProject.ts";
import { type FakeProxy, type FakeProxyOptions, startFakeProxy } from "../support/fakeProxy.ts";
import { type FakeServer, type FakeServerOptions, startFakeServer } from "../support/fakeServer/fakeServer.ts";
import { answerWith } from "../support/fakeServer/models.ts";
import { makeCertificate } from "../support/makeCertificate.ts";

const PROGRAM = path.resolve("dist/cli.js");
/** A name that only the proxy resolves. */
const HOST = "llm.office.test";
const CANARY = "kanarjun";

describe("the command line: proxies and an organisation's certificates", function () {
  this.timeout(60_000);
  const certificate = makeCertificate({ host: `DNS:${HOST}` });
  const opened: (FakeProxy | FakeServer)[] = [];

  afterEach(async () => {
    for (const one of opened.splice(0)) await one.close();
  });

  const serve = async (options?: FakeServerOptions) => {
    const server = await startFakeServer(answerWith(louder), options);
    opened.push(server);
    return { server, port: Number(new URL(server.origin).port) };
  };
  const serveTls = () =>
    serve({ scheme: "https", createServer: (listener) => createHttpsServer(certificate, listener) });
  const openProxy = async (options: FakeProxyOptions) => {
    const proxy = await startFakeProxy(options);
    opened.push(proxy);
    return proxy;
  };

  /** Translates one paragraph in a process that has these variables, and none of ours about the network. */
  const translate = (endpoint: string, variables: Readonly<Record<string, string>>) =>
    withProject({ files: { "a.md": `${CANARY} ena\n` } }, async (project) => {
      const ca = path.join(project.env.EUROSCRIBE_STATE ?? "", "ca.pem");
      await writeFile(ca, certificate.cert);
      const extra = variables.NODE_EXTRA_CA_CERTS === "office" ? { NODE_EXTRA_CA_CERTS: ca } : {};
      const others = Object.entries(process.env).filter(([name]) => !/proxy|^NODE_/i.test(name));
      const env = { ...Object.fromEntries(others), ...project.env, ...variables, ...extra };
      const args = ["translate", "a.md", "--to", "mt", "--endpoint", endpoint, "--model", "m"];
      const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: project.folder, env });
      let said = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.on("data", (data: Buffer) => {
          said += String(data);
        });
      }
      const exit = await new Promise<number | null>((resolve) => child.once("close", resolve));
      return { exit, said, translation: await project.read("a.mt.md").catch(() => undefined) };
    });
  const DONE = `${CANARY} ena\n`.toUpperCase();

  it("HTTPS_PROXY: through a tunnel, in which the proxy reads nothing, to a certificate of NODE_EXTRA_CA_CERTS", async () => {
    const { server, port } = await serveTls();
    const proxy = await openProxy({ hosts: { [HOST]: port } });
    const variables = { HTTPS_PROXY: proxy.origin, NODE_EXTRA_CA_CERTS: "office" };
    const { exit, said, translation } = await translate(`https://${HOST}/v1`, variables);
    assert.deepEqual([exit, translation], [0, DONE], said);
    assert.deepEqual(new Set(proxy.asked), new Set([`CONNECT ${HOST}:443`]));
    assert.equal(proxy.seen().toLowerCase().includes(CANARY), false);
    assert.ok(server.requests.length > 0);
  });

  it("T10: HTTPS_PROXY and a certificate that nobody vouches for: nothing is sent", async () => {
    const { server, port } = await serveTls();
    const proxy = await openProxy({ hosts: { [HOST]: port } });
    const { exit, said } = await translate(`https://${HOST}/v1`, { HTTPS_PROXY: proxy.origin });
    assert.deepEqual([exit, server.requests.length], [2, 0]);
    assert.match(said, /certificate isn't trusted/);
  });

  it("HTTP_PROXY: for http", async () => {
    const { server, port } = await serve();
    const proxy = await openProxy({ hosts: { [HOST]: port } });
    const { exit, said, translation } = await translate(`http://${HOST}/v1`, { HTTP_PROXY: proxy.origin });
    assert.deepEqual([exit, translation], [0, DONE], said);
    assert.ok(proxy.asked.every((asked) => asked.includes(HOST)) && proxy.asked.length > 0);
    assert.ok(server.requests.length > 0);
  });

  it("NO_PROXY: past the proxy", async () => {
    const proxy = await openProxy({ hosts: {} });
    const variables = { HTTP_PROXY: proxy.origin, NO_PROXY: ".example, office.test" };
    const { exit, said } = await translate(`http://${HOST}/v1`, variables);
    assert.deepEqual([exit, proxy.asked], [2, []]);
    assert.match(said, /can't be reached/);
  });

  it("T10: a proxy that wants a password says so, and takes the one in its address", async () => {
    const { server, port } = await serveTls();
    const proxy = await openProxy({ hosts: { [HOST]: port }, credentials: "clerk:secret" });
    const variables = { HTTPS_PROXY: proxy.origin, NODE_EXTRA_CA_CERTS: "office" };
    const refused = await translate(`https://${HOST}/v1`, variables);
    assert.deepEqual([refused.exit, server.requests.length], [2, 0]);
    assert.match(refused.said, /the proxy on the way to the endpoint refused the connection \(407\)/);
    const withPassword = { ...variables, HTTPS_PROXY: proxy.origin.replace("//", "//clerk:secret@") };
    const { exit, said, translation } = await translate(`https://${HOST}/v1`, withPassword);
    assert.deepEqual([exit, translation], [0, DONE], said);
    assert.equal(said.includes("secret"), false);
  });

  it("an endpoint on this computer is never reached through a proxy", async () => {
    const { server } = await serve();
    const proxy = await openProxy({ hosts: {} });
    for (const host of ["127.0.0.1", "localhost"]) {
      const variables = { HTTP_PROXY: proxy.origin, HTTPS_PROXY: proxy.origin, ALL_PROXY: proxy.origin };
      const { exit, said } = await translate(server.url.replace("127.0.0.1", host), variables);
      assert.equal(exit, 0, said);
    }
    assert.deepEqual([proxy.asked, server.requests.length], [[], 2]);
  });
});
