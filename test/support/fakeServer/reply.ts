/** What the fake server does with a request. Data, so that a test can say it in a line. */
export interface Reply {
  /** In place of an answer: none at all, or the connection closed (`fin`) or reset (`rst`) before any. */
  readonly instead?: "never" | "fin" | "rst";
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** May be made as they are sent, without end: a chunk is asked for when the one before is on its way. */
  readonly chunks?: Iterable<Chunk>;
  /** After the last chunk: the body's proper end, the same cut off (`cut`: closed, `rst`: reset), or silence. */
  readonly end?: "fin" | "cut" | "rst" | "never";
}

export interface Chunk {
  readonly bytes: string | Uint8Array;
  /** Milliseconds before it. */
  readonly delayMs?: number;
}

/** A reply, one made from the request, or one for each request in turn, of which the last stands for all that follow. */
export type Script = Reply | MakeReply | readonly (Reply | MakeReply)[];

export type MakeReply = (request: RecordedRequest) => Reply | Promise<Reply>;

export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: string;
  /** The body's `messages`, `stream` and so on; `undefined` if it is no JSON. */
  readonly json: ChatBody | undefined;
  /** From 0. */
  readonly index: number;
}

export interface ChatBody {
  readonly model?: string;
  readonly messages?: readonly { readonly role: string; readonly content: string }[];
  readonly stream?: boolean;
  readonly temperature?: number;
  readonly max_tokens?: number;
  readonly max_completion_tokens?: number;
}
