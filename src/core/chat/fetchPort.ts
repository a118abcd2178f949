/**
 * The part of the Fetch standard that the client uses. The global fetch fits, undici's fits, and so does
 * a function of ten lines in a test. `null` is the standard's own.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

export interface FetchInit {
  readonly method: "GET" | "POST";
  readonly headers: Record<string, string>;
  /** Of a POST alone. */
  readonly body?: string;
  readonly redirect: "manual";
  readonly signal: AbortSignal;
}

export interface FetchResponse {
  readonly status: number;
  /** `opaqueredirect` where the host hides a redirect's status. */
  readonly type: string;
  readonly headers: FetchHeaders;
  readonly body: ByteStream | null;
}

export interface FetchHeaders {
  get(name: string): string | null;
}

export interface ByteStream {
  getReader(): ByteReader;
  cancel(): Promise<void>;
}

export interface ByteReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(): Promise<void>;
}
