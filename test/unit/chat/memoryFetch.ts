import type { Fetch, FetchResponse } from "../../../src/core/chat/fetchPort.ts";

export interface MemoryBody {
  readonly chunks: Iterable<Uint8Array>;
  /** Where the connection breaks instead of coming to its end. */
  readonly error?: Error;
  readonly status?: number;
  readonly contentType?: string;
}

/** A fetch without a network, for the cases that are too many for sockets. */
export function memoryFetch(body: MemoryBody): Fetch {
  return async () => memoryResponse(body);
}

export function memoryResponse({
  chunks,
  error,
  status = 200,
  contentType = "text/event-stream",
}: MemoryBody): FetchResponse {
  const iterator = chunks[Symbol.iterator]();
  const reader = {
    read: async () => {
      const { done, value } = iterator.next();
      if (done && error) throw error;
      return { done: done === true, value };
    },
    cancel: async () => {},
  };
  return {
    status,
    type: "default",
    headers: { get: (name) => (name === "content-type" ? contentType : null) },
    body: { getReader: () => reader, cancel: async () => {} },
  };
}

/** What a reset connection is to who reads from it. */
export function connectionReset(): Error {
  return Object.assign(new TypeError("terminated"), {
    cause: Object.assign(new Error("read"), { code: "ECONNRESET" }),
  });
}
