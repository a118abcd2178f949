import v8 from "node:v8";

/**
 * Has the heap grow by half of what is alive before it is collected, and not to several times of it: a document of 10 MB
 * takes 340 MB instead of 494, in the same time (`npm run bench:documents -- speed`, Node 22). For programs of our own
 * alone: in an extension host the heap is everybody's.
 */
export function growHeapSlowly(): void {
  v8.setFlagsFromString("--heap-growing-percent=50");
}
