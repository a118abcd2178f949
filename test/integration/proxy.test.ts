import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createServer as createHttpsServer } from "node:https";
import tls from "node:tls";
import { afterEach, before, beforeEach, describe, it } from "mocha";
import * as vscode from "vscode";
import { openText, run, selectAll, until, useEndpoints } from "../support/editor.ts";
import { type FakeProxy, type FakeProxyOptions, startFakeProxy } from "../support/fakeProxy.ts";
import { type FakeServer, startFakeServer } from "../support/fakeServer/fakeServer.ts";
import { type Certificate, makeCertificate } from "../support/makeCertificate.ts";
import { press, text } from "../support/vscode/drive.ts";
import {
  finnish,
  leaveScene,
  onlyWithDriver,
  openNotifications,
  RESULT,
  readNotifications,
  SOURCE,
  TITLE,
} from "../support/vscode/endpointScenes.ts";

/** A name that only the proxy resolves. */
const HOST = "llm.office.test";

describe("a proxy in VS Code's settings (http.proxy)", () => {
  let server: FakeServer;
  let proxy: FakeProxy;

  before(onlyWithDriver);
  beforeEach(async () => {
    server = await startFakeServer(finnish);
  });
  afterEach(async () => {
    await setProxy(undefined);
    await leaveScene(server);
    await proxy?.close();
  });

  const setProxy = (url: string | undefined) =>
    vscode.workspace.getConfiguration("http").update("proxy", url, vscode.ConfigurationTarget.Global);
  const openProxy = async (options: Partial<FakeProxyOptions> = {}) => {
    proxy = await startFakeProxy({ hosts: { [HOST]: Number(new URL(server.origin).port) }, ...options });
    await setProxy(proxy.origin);
  };
  /** Translates by an endpoint elsewhere, allowed once. */
  const translate = async (url: string, keys: readonly string[]) => {
    await useEndpoints([{ name: "Office", url, model: "m" }]);
    const editor = await openText(SOURCE);
    selectAll(editor);
    const running = run("translate", { to: "fi", apply: "replace" });
    await until("the notice before the first text", async () => (await text(TITLE)).includes(HOST));
    for (const key of keys) await press(key);
    await running;
    return editor.document.getText();
  };
  const UNENCRYPTED_ONCE = ["ArrowDown", "Enter"];

  it("is the way to servers elsewhere", async () => {
    await openProxy();
    assert.equal(await translate(`http://${HOST}/v1`, UNENCRYPTED_ONCE), RESULT);
    assert.ok(proxy.asked.length > 0 && proxy.asked.every((asked) => asked.includes(HOST)), proxy.asked.join());
    assert.equal(server.requests.length, 1);
  });

  const withTls = async (certificate: Certificate, use: (secure: FakeServer) => Promise<void>) => {
    const secure = await startFakeServer(finnish, {
      scheme: "https",
      createServer: (listener) => createHttpsServer(certificate, listener),
    });
    try {
      await openProxy({ hosts: { [HOST]: Number(new URL(secure.origin).port) } });
      await use(secure);
    } finally {
      await secure.close();
    }
  };

  // Elsewhere nothing can be added to what the system trusts for a test alone.
  const canTrust = process.platform === "linux" && "getCACertificates" in tls;
  const itTrusts = canTrust ? it : () => {};
  itTrusts(
    "reads nothing of what goes to https, by a certificate of an organisation that the system trusts",
    async () => {
      const { SSL_CERT_FILE: cert = "", EUROSCRIBE_OFFICE_KEY: key = "" } = process.env;
      await withTls({ cert: readFileSync(cert, "utf8"), key: readFileSync(key, "utf8") }, async (secure) => {
        assert.equal(await translate(`https://${HOST}/v1`, ["Enter"]), RESULT);
        assert.deepEqual([new Set(proxy.asked), secure.requests.length], [new Set([`CONNECT ${HOST}:443`]), 1]);
        assert.equal(proxy.seen().includes(SOURCE), false);
      });
    },
  );

  it("T10: vouches for no certificate", async () => {
    await withTls(makeCertificate({ host: `DNS:${HOST}` }), async (secure) => {
      await openNotifications();
      assert.equal(await translate(`https://${HOST}/v1`, ["Enter"]), SOURCE);
      await until("the certificate to be refused", async () => /certificate/.test(await readNotifications()));
      assert.deepEqual([proxy.asked.at(0), secure.requests.length], [`CONNECT ${HOST}:443`, 0]);
    });
  });

  it("T10: that wants a password is said to", async () => {
    await openProxy({ credentials: "clerk:secret" });
    await openNotifications();
    assert.equal(await translate(`https://${HOST}/v1`, ["Enter"]), SOURCE);
    await until("the proxy to be named", async () =>
      /The proxy on the way to Office refused the connection/.test(await readNotifications()),
    );
    assert.ok((await readNotifications()).includes("Proxy Settings"));
    assert.equal(server.connections(), 0);
  });

  it("is no way to this computer", async () => {
    await openProxy();
    for (const host of ["127.0.0.1", "localhost"]) {
      await useEndpoints([{ name: "Here", url: server.url.replace("127.0.0.1", host), model: "m" }]);
      const editor = await openText(SOURCE);
      selectAll(editor);
      await run("translate", { to: "fi", apply: "replace" });
      assert.equal(editor.document.getText(), RESULT);
    }
    assert.deepEqual(proxy.asked, []);
  });
});
