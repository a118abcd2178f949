/** The characters that the first line of an indented container begins with. */
export const CONTAINER_STARTS = "!?=:";

/** Admonitions and tabs of MkDocs, and the definitions of Markdown Extra, whose marker alone is the line's. */
const LINES = [
  /!!!\+?[ \t]*[\w-]+[^\r\n]*/y,
  /\?\?\?\+?[ \t]*[\w-]+[^\r\n]*/y,
  /===[!+]*[ \t]+["'][^\r\n]*/y,
  /:[ \t]{1,3}(?=\S)/y,
];

/** Where the line ends that begins an indented container at `at`. */
export function findContainerLine(text: string, at: number): number | undefined {
  for (const pattern of LINES) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) return at + found[0].length;
  }
  return undefined;
}
