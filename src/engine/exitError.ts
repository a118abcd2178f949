import { AssistantError } from "../core/errors.ts";

export interface Exit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * What it means that the engine's process ended though nobody asked it to.
 *
 * @param stderr the end of what it wrote there: looked through for words, never shown or logged
 */
export function exitError({ stderr, ...exit }: Exit & { readonly stderr: string }): AssistantError {
  const kind = isKilledForMemory(exit) || namesMemory(stderr) ? "outOfMemory" : "engineCrashed";
  return new AssistantError(kind, { reason: exitReason(exit) });
}

/** A short word for a log: the signal or the code. */
export function exitReason({ code, signal }: Exit): string {
  if (signal !== null) return signal;
  return code === null ? "running" : `code ${code}`;
}

/** Whether a message of Node, the C++ library or ggml says that memory ran out. */
export function namesMemory(message: string): boolean {
  return MEMORY_WORDS.some((words) => words.test(message));
}

const MEMORY_WORDS = [
  /bad_alloc/,
  /out of memory/i,
  /insufficient (v?ram|memory)/i,
  /(failed|unable|cannot) to allocate|cannot allocate/i,
  /\w*alloc\w* failed/i,
  /\bENOMEM\b/,
];

/**
 * SIGKILL is how Linux ends the process that takes too much, and 137 is the same seen through a shell. An abort
 * (SIGABRT, 134) has many causes; stderr tells which.
 */
function isKilledForMemory({ code, signal }: Exit): boolean {
  return signal === "SIGKILL" || code === 137;
}
