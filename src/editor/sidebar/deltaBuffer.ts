/** How long pieces are gathered before they are sent on: two frames of the page. Milliseconds. */
const INTERVAL = 33;

/** Gathers pieces of text, and sends them on together. */
export class DeltaBuffer {
  readonly #send: (text: string) => void;
  #pieces: string[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  add(piece: string): void {
    this.#pieces.push(piece);
    this.#timer ??= setTimeout(() => this.flush(), INTERVAL);
  }

  /** Sends what there is at once. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.#pieces.join("");
    this.#pieces = [];
    if (text !== "") this.#send(text);
  }
}
