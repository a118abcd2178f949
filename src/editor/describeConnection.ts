import * as vscode from "vscode";

/** Why nobody answered, by the code of the connection that failed, and what to do about it. */
export function describeUnreachable(endpoint: string, code = ""): string {
  switch (code) {
    case "ECONNREFUSED":
    case "EADDRNOTAVAIL":
      return vscode.l10n.t(
        "No server listens at the address of {0} ({1}). Start it, or correct the port in the address.",
        endpoint,
        code,
      );
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return vscode.l10n.t(
        "The host name of {0} isn't known ({1}). Check its spelling, your network and the VPN.",
        endpoint,
        code,
      );
    case "ETIMEDOUT":
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "UND_ERR_CONNECT_TIMEOUT":
      return vscode.l10n.t(
        "The computer of {0} doesn't answer ({1}). It may be off, or behind a firewall or a VPN.",
        endpoint,
        code,
      );
    case "ECONNRESET":
    case "EPIPE":
    case "UND_ERR_SOCKET":
      return vscode.l10n.t(
        "{0} closed the connection before it answered ({1}). Is its address http where it should be https, or the other way round?",
        endpoint,
        code,
      );
    default:
      return describeSilence(endpoint, code);
  }
}

function describeSilence(endpoint: string, code: string): string {
  if (code === "NOT_HTTP")
    return vscode.l10n.t(
      "What listens at the address of {0} doesn't speak HTTP. Is its port right, and does the address begin with https?",
      endpoint,
    );
  return vscode.l10n.t(
    "{0} can't be reached ({1}). Is the server running, and is its address right?",
    endpoint,
    code || vscode.l10n.t("no answer"),
  );
}

/** What is wrong with a certificate, by OpenSSL's code, and what to do about it. Nothing was sent then. */
export function describeCertificate(endpoint: string, code = ""): string {
  if (/EXPIRED|NOT_YET_VALID/.test(code)) {
    return vscode.l10n.t(
      "The certificate of {0} isn't valid today ({1}). Nothing was sent. Tell whoever runs it, or set this computer's clock.",
      endpoint,
      code,
    );
  }
  if (/ALTNAME|HOSTNAME/.test(code)) {
    return vscode.l10n.t(
      "The certificate of {0} is another host's ({1}). Nothing was sent. Check the address.",
      endpoint,
      code,
    );
  }
  if (/^ERR_SSL_|^EPROTO$/.test(code)) {
    return vscode.l10n.t(
      "{0} doesn't speak TLS at this address ({1}). Nothing was sent. Check the port, and whether it is http.",
      endpoint,
      code,
    );
  }
  return vscode.l10n.t(
    "The certificate of {0} isn't trusted ({1}). Nothing was sent. If it is your organisation's, add its authority to your system's certificates.",
    endpoint,
    code || "TLS",
  );
}
