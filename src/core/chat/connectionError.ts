import { AssistantError, type AssistantErrorKind } from "../errors.ts";
import { isRecord } from "./isRecord.ts";

/** What a fetch that was rejected means: there was no answer at all. `detail.reason` is the cause's code. */
export function connectionError(thrown: unknown): AssistantError {
  if (isProxyRefusal(thrown)) return new AssistantError("proxy", { reason: "407" });
  if (isNoHttp(thrown)) return new AssistantError("unreachable", { reason: "NOT_HTTP" });
  const reason = connectionCode(thrown);
  return new AssistantError(kindOf(reason), { reason });
}

/**
 * The code at the bottom of a rejected fetch (`ECONNREFUSED`, `CERT_HAS_EXPIRED`, `UND_ERR_SOCKET`), of which only
 * the code is passed on: messages may hold addresses and headers.
 */
export function connectionCode(thrown: unknown): string {
  for (let error = thrown, depth = 0; depth < 5 && typeof error === "object" && error !== null; depth += 1) {
    const { code, cause, errors, message }: Partial<Record<"code" | "cause" | "errors" | "message", unknown>> = error;
    // A port that the Fetch standard blocks, such as that of IRC: it has no code.
    if (message === "bad port") return "BAD_PORT";
    if (typeof code === "string" && /^[A-Z][A-Z0-9_]{1,63}$/.test(code)) return code;
    error = Array.isArray(errors) ? errors[0] : cause;
  }
  return "UNKNOWN";
}

function kindOf(code: string): AssistantErrorKind {
  if (code === "UND_ERR_HEADERS_TIMEOUT") return "firstTokenTimeout";
  return TLS.test(code) ? "tls" : "unreachable";
}

/** The codes of OpenSSL's verification and of Node's TLS. */
const TLS =
  /^(?:CERT_|CRL_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_CA|HOSTNAME_MISMATCH|PATH_LENGTH_|ERROR_IN_CERT|EPROTO$)/;

/** What answered can't be read as HTTP: another kind of service listens there, or TLS. The error's code is no constant. */
function isNoHttp(thrown: unknown): boolean {
  return isRecord(thrown) && isRecord(thrown.cause) && thrown.cause.name === "HTTPParserError";
}

/** What proxy agents say of a tunnel that was refused. */
const PROXY = /\bproxy\b.*\b407\b|\b407\b.*\bproxy\b/i;

/** There is no code for it. Of a 407, which the Fetch standard hides, undici makes a cause that says nothing at all. */
function isProxyRefusal(thrown: unknown): boolean {
  for (let error = thrown, depth = 0; depth < 5 && isRecord(error); depth += 1) {
    if (typeof error.message === "string" && PROXY.test(error.message)) return true;
    if (depth > 0 && error.message === "" && error.code === undefined && error.errors === undefined) return true;
    error = error.cause;
  }
  return false;
}
