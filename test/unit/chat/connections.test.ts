import assert from "node:assert/strict";
import { createServer as createHttpsServer } from "node:https";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { describe, it } from "mocha";
import { Agent, fetch as undiciFetch } from "undici";
import type { FetchInit } from "../../../src/core/chat/fetchPort.ts";
import { echo } from "../../support/fakeServer/models.ts";
import { type CertificateOptions, makeCertificate } from "../../support/makeCertificate.ts";
import { converse } from "./converse.ts";

const globalFetch = (url: string, init: FetchInit) => globalThis.fetch(url, init);

describe("T10 an endpoint that can't be reached", () => {
  it("a certificate that is self-signed: tls, and nothing is sent", async () => {
    const server = httpsServer(makeCertificate({ host: "IP:127.0.0.1" }));
    const { error, requests } = await converse(echo, { server });
    assert.deepEqual(
      [error?.kind, error?.detail, requests.length],
      ["tls", { reason: "DEPTH_ZERO_SELF_SIGNED_CERT" }, 0],
    );
  });

  const certificates: [string, CertificateOptions, string][] = [
    ["expired", { host: "IP:127.0.0.1", isExpired: true }, "CERT_HAS_EXPIRED"],
    ["another host's", { host: "DNS:example.invalid" }, "ERR_TLS_CERT_ALTNAME_INVALID"],
  ];
  for (const [name, options, reason] of certificates) {
    it(`a certificate that is trusted and ${name}: tls, and nothing is sent`, async () => {
      const certificate = makeCertificate(options);
      const agent = new Agent({ connect: { ca: certificate.cert } });
      const fetch = (url: string, init: FetchInit) => undiciFetch(url, { ...init, dispatcher: agent });
      const { error, requests } = await converse(echo, { server: httpsServer(certificate), model: { fetch } });
      await agent.destroy();
      assert.deepEqual([error?.kind, error?.detail, requests.length], ["tls", { reason }, 0]);
    });
  }

  it("a server without TLS behind https: tls, and no try without", async () => {
    const { error, requests } = await converse(echo, { server: { scheme: "https" } });
    assert.deepEqual([error?.kind, requests.length], ["tls", 0]);
    assert.match(error?.detail.reason ?? "", /^(?:ERR_SSL_|EPROTO)/);
  });

  it("TLS behind http: unreachable", async () => {
    const server = { ...httpsServer(makeCertificate({ host: "IP:127.0.0.1" })), scheme: "http" as const };
    const { error, requests } = await converse(echo, { server });
    assert.deepEqual([error?.kind, requests.length], ["unreachable", 0]);
  });

  for (const banner of ["SSH-2.0-OpenSSH_9.6\r\n", "220 mail ESMTP\r\n", "HTTP/1.1 200 OK\r\nno header\r\n\r\n"]) {
    it(`something that isn't HTTP (${banner.slice(0, 12).trim()}): unreachable, and why`, async () => {
      for (const fetch of [undefined, globalFetch]) {
        const server = createTcpServer((socket) =>
          socket
            .on("error", () => {})
            .resume()
            .end(banner),
        );
        await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
        const { port } = server.address() as AddressInfo;
        const url = `http://127.0.0.1:${port}/v1`;
        const { error, logs } = await converse(echo, { model: { url, ...(fetch && { fetch }) } });
        server.close();
        assert.deepEqual([error?.kind, error?.detail, logs.length], ["unreachable", { reason: "NOT_HTTP" }, 1]);
      }
    });
  }

  it("nobody listens: unreachable, after one more try", async () => {
    const port = await freePort();
    for (const host of ["127.0.0.1", "localhost"]) {
      const { error, logs } = await converse(echo, { model: { url: `http://${host}:${port}/v1` } });
      assert.equal(error?.kind, "unreachable");
      assert.match(error?.detail.reason ?? "", /^(?:ECONNREFUSED|EADDRNOTAVAIL)$/);
      assert.equal(logs.length, 2);
    }
  });

  it("a port that the Fetch standard blocks: unreachable, and the reason says so", async () => {
    const { error } = await converse(echo, { model: { url: "http://127.0.0.1:6667/v1", fetch: globalFetch } });
    assert.deepEqual([error?.kind, error?.detail.reason], ["unreachable", "BAD_PORT"]);
  });

  it("a name that doesn't exist: unreachable, at once", async () => {
    const { error, logs } = await converse(echo, {
      model: { url: "https://euroscribe.invalid/v1", fetch: globalFetch },
      deadlineMs: 15_000,
    });
    assert.equal(error?.kind, "unreachable");
    assert.match(error?.detail.reason ?? "", /^(?:ENOTFOUND|EAI_AGAIN)$/);
    assert.equal(logs.length, 1);
  }).timeout(20_000);

  it("a server on IPv6 alone is reached", async function () {
    if (!(await hasIpv6())) return this.skip();
    const { answer, error } = await converse(echo, { server: { host: "::1" } });
    assert.equal(error, undefined);
    assert.ok(answer);
  });

  it("each code of Node's means what it says", async () => {
    const codes: [string, string][] = [
      ["CERT_HAS_EXPIRED", "tls"],
      ["ERR_TLS_CERT_ALTNAME_INVALID", "tls"],
      ["SELF_SIGNED_CERT_IN_CHAIN", "tls"],
      ["UNABLE_TO_VERIFY_LEAF_SIGNATURE", "tls"],
      ["ENOTFOUND", "unreachable"],
      ["EHOSTUNREACH", "unreachable"],
      ["ETIMEDOUT", "unreachable"],
      ["UND_ERR_CONNECT_TIMEOUT", "unreachable"],
      ["UND_ERR_HEADERS_TIMEOUT", "firstTokenTimeout"],
      ["lower case is no code", "unreachable"],
    ];
    for (const [code, kind] of codes) {
      const cause = new AggregateError([Object.assign(new Error("x"), { code })]);
      const { error } = await converse(echo, {
        model: { fetch: async () => Promise.reject(new TypeError("fetch failed", { cause })) },
      });
      const reason = code.startsWith("lower") ? "UNKNOWN" : code;
      assert.deepEqual([error?.kind, error?.detail], [kind, { reason }]);
    }
  });

  it("a proxy that wants a password", async () => {
    for (const message of ["Proxy response (407) !== 200 when HTTP Tunneling", ""]) {
      const thrown = new TypeError("fetch failed", { cause: new Error(message) });
      const { error } = await converse(echo, { model: { fetch: async () => Promise.reject(thrown) } });
      assert.deepEqual([error?.kind, error?.detail], ["proxy", { reason: "407" }]);
    }
  });
});

function httpsServer(certificate: { key: string; cert: string }) {
  return {
    scheme: "https",
    createServer: (listener: Parameters<typeof createHttpsServer>[1]) => createHttpsServer(certificate, listener),
  } as const;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createTcpServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

function hasIpv6(): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createTcpServer()
      .once("error", () => resolve(false))
      .listen(0, "::1", () => server.close(() => resolve(true)));
  });
}
