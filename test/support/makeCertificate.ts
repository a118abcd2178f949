import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

export interface CertificateOptions {
  /** A subjectAltName: `IP:127.0.0.1`, `DNS:example.invalid`. */
  readonly host: string;
  readonly isExpired?: boolean;
}

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate signed by itself, made by openssl for this test alone: a private key in the repository would raise alarms. */
export function makeCertificate({ host, isExpired = false }: CertificateOptions): Certificate {
  const folder = mkdtempSync(path.join(tmpdir(), "euroscribe-certificate-"));
  const at = (name: string) => path.join(folder, name);
  try {
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", at("key.pem")];
    const subject = ["-subj", "/CN=euroscribe test", "-addext", `subjectAltName=${host}`];
    openssl("req", "-new", ...key, ...subject, "-out", at("request.pem"));
    const days = ["-days", isExpired ? "-1" : "1", "-copy_extensions", "copy"];
    openssl("x509", "-req", "-in", at("request.pem"), "-signkey", at("key.pem"), ...days, "-out", at("cert.pem"));
    return { key: readFileSync(at("key.pem"), "utf8"), cert: readFileSync(at("cert.pem"), "utf8") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function openssl(...options: string[]): void {
  execFileSync("openssl", options, { stdio: "pipe" });
}
