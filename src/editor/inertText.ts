const LONGEST = 200;

/**
 * Words from elsewhere for a place where VS Code would make something of them: a notification turns `[…](command:…)`
 * into a link that runs a command, and a list turns `$(…)` into a picture. On one line, cut where it is long.
 */
export function inertText(text: string, longest = LONGEST): string {
  return cut(withoutMarkup(text).replace(/\s+/gu, " ").trim(), longest);
}

/** The same for a whole message of our own that quotes them: nothing is cut. */
export function withoutMarkup(text: string): string {
  return text.replace(/\]\(/g, "] (").replace(/\$\(/g, "$ (");
}

function cut(text: string, longest: number): string {
  const characters = [...text];
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : text;
}
