import type { ChatModel } from "../chat/chatModel.ts";
import { AssistantError } from "../errors.ts";

/** Hands a limited number of turns to the earliest document that waits for one. */
export interface Turns {
  /** The model as this document may use it. A lower place goes first. */
  modelFor(model: ChatModel, place: number): ChatModel;
}

interface Waiting {
  readonly place: number;
  readonly start: () => void;
}

/**
 * So many requests at once over all documents of a run: when one document has too little left to fill the endpoint, the
 * next one's requests fill it, and still the first is ready first.
 */
export function createTurns(concurrency: number): Turns {
  const waiting: Waiting[] = [];
  let free = Math.max(1, concurrency);
  const startNext = () => {
    while (free > 0 && waiting.length > 0) {
      const first = waiting.reduce((best, one) => (one.place < best.place ? one : best));
      waiting.splice(waiting.indexOf(first), 1);
      free -= 1;
      first.start();
    }
  };
  const takeTurn = (place: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const leave = () => {
        waiting.splice(waiting.indexOf(entry), 1);
        reject(new AssistantError("cancelled"));
      };
      const entry: Waiting = {
        place,
        start: () => {
          signal.removeEventListener("abort", leave);
          resolve();
        },
      };
      if (signal.aborted) return reject(new AssistantError("cancelled"));
      signal.addEventListener("abort", leave, { once: true });
      waiting.push(entry);
      startNext();
    });
  return {
    modelFor: (model, place) => ({
      ...model,
      complete: async (request, options) => {
        await takeTurn(place, options.signal);
        try {
          return await model.complete(request, options);
        } finally {
          free += 1;
          startNext();
        }
      },
    }),
  };
}
