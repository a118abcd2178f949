export interface ThinkFilter {
  /** What of the text is content; the rest is held until it is clear what it is. */
  push(text: string): string;
  /** What was still held when the answer ended. */
  end(): string;
  /** UTF-16 units of thinking that were left out so far. */
  thoughtLength(): number;
}

const OPEN = "<think>";
const CLOSE = "</think>";
/** More blanks than a model sets before its tag; they are let through then, so that nothing is held for long. */
const MOST_BLANKS = 64;

type State = "start" | "thinking" | "between" | "content";

/**
 * Leaves out a `<think>…</think>` at the very start of a streamed answer, and the blanks round it, however
 * it is split over chunks. One that comes later is content. A tag that is never closed hides all that follows.
 */
export function createThinkFilter(): ThinkFilter {
  return new LeadingThinkFilter();
}

class LeadingThinkFilter implements ThinkFilter {
  #state: State = "start";
  #held = "";
  #thoughtLength = 0;

  push(text: string): string {
    switch (this.#state) {
      case "content":
        return text;
      case "start":
        return this.#pushAtStart(text);
      case "thinking":
        return this.#pushThinking(text);
      case "between":
        return this.#pushBetween(text);
      default:
        return this.#state satisfies never;
    }
  }

  end(): string {
    if (this.#state === "start") return this.#release();
    this.#thoughtLength += this.#held.length;
    this.#held = "";
    return "";
  }

  thoughtLength(): number {
    return this.#thoughtLength;
  }

  #pushAtStart(text: string): string {
    this.#held += text;
    const begun = this.#held.trimStart();
    if (begun.startsWith(OPEN)) {
      this.#state = "thinking";
      this.#held = "";
      return this.#pushThinking(begun.slice(OPEN.length));
    }
    return OPEN.startsWith(begun) && this.#held.length < MOST_BLANKS ? "" : this.#release();
  }

  #pushThinking(text: string): string {
    this.#held += text;
    const close = this.#held.indexOf(CLOSE);
    if (close === -1) {
      // What may be the beginning of the closing tag stays held; nothing else of the thinking is kept.
      const rest = this.#held.slice(1 - CLOSE.length);
      this.#thoughtLength += this.#held.length - rest.length;
      this.#held = rest;
      return "";
    }
    this.#thoughtLength += close;
    const after = this.#held.slice(close + CLOSE.length);
    this.#held = "";
    this.#state = "between";
    return this.#pushBetween(after);
  }

  #pushBetween(text: string): string {
    const content = text.trimStart();
    if (content !== "") this.#state = "content";
    return content;
  }

  #release(): string {
    const text = this.#held;
    this.#held = "";
    this.#state = "content";
    return text;
  }
}
