/** How often in a row the same piece makes a loop, and how long all of it must be. UTF-16 units. */
const LEAST_LENGTH = 60;

/** Whether a text ends in the same piece four times or more, as models do when they have lost the thread. */
export function isLooping(text: string): boolean {
  const match = /(.{2,200}?)\1{3,}\s*\S{0,40}\s*$/su.exec(text.slice(-4000));
  return match !== null && match[0].length >= LEAST_LENGTH && /\p{L}/u.test(match[1] ?? "");
}
