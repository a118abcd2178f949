/** How much of a text's end is looked at, and how long all of a loop must be. UTF-16 units. */
const LOOKED_AT = 4000;
const LEAST_LENGTH = 60;
const LONGEST_PIECE = 200;
const LEAST_TIMES = 4;
/** A loop that was cut off ends in the beginning of something else. UTF-16 units. */
const LONGEST_REST = 40;

/**
 * Whether a text ends in the same piece four times or more, as models do when they have lost the thread. Looks for
 * a period by comparing the text with itself, which takes the same time whatever the text is: a regular expression
 * that does this takes minutes for some.
 */
export function isLooping(text: string): boolean {
  if (text.length < LEAST_LENGTH) return false;
  const end = text.slice(-LOOKED_AT);
  const earliestEnd = endWithoutRest(end);
  for (let period = 2; period <= LONGEST_PIECE; period += 1) {
    if (endsInPeriod(end, period, earliestEnd)) return true;
  }
  return false;
}

function endsInPeriod(text: string, period: number, earliestEnd: number): boolean {
  let alike = 0;
  for (let at = text.length - 1; at >= 0; at -= 1) {
    if (at >= period && text[at] === text[at - period]) {
      alike += 1;
      continue;
    }
    const piece = text.slice(at + 1, at + 1 + period);
    const length = alike + period;
    if (length >= Math.max(LEAST_LENGTH, LEAST_TIMES * period) && /\p{L}/u.test(piece)) return true;
    if (at < earliestEnd) return false;
    alike = 0;
  }
  return false;
}

/** Where the loop ends at the earliest: before the last word, if that is short, and the blanks before it. */
function endWithoutRest(text: string): number {
  const trimmed = text.trimEnd();
  const lastWord = /\S*$/u.exec(trimmed.slice(-LONGEST_REST))?.[0].length ?? 0;
  return trimmed.slice(0, trimmed.length - lastWord).trimEnd().length;
}
