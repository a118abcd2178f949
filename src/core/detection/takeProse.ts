/** Code, tags, addresses, placeholders, and words that only programs write: none of it is in a language. */
const NO_PROSE: readonly RegExp[] = [
  /(`{3,}|~{3,})[^\n]*\n[\s\S]*?\n[ \t]*\1/gu,
  /(`+)[^`]+\1|<[^<>]*>|&\w+;/gu,
  /\{\{?[^{}\n]*\}\}?|\$\{?\w+\}?/gu,
  /\b(?:https?|ftp|file|mailto):\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.\S+/gu,
  /(?<![\w.-])[\w.-]*[/\\][\w.-]+[/\\][\w./\\-]*/gu,
  /(?<![\p{L}\p{N}_])(?:\p{L}*[\p{N}_][\p{L}\p{N}_]*|\p{Ll}+\p{Lu}\p{L}*)/gu,
];

/** Signs of a line of code; prose has one of them now and then, and hardly two. */
const CODE_SIGNS: readonly RegExp[] = [
  /[;{}]\s*$/u,
  /[\p{L}\p{N}_]\(|\)\s*\{/u,
  /[=!]=|=>|->|::|&&|\|\|| [-+*]?= /u,
  /^\s*(?:import|export|const|let|var|def|class|return|func|function|fn|public|private|static|if|for|while|#include)\b/u,
  /["'][^"']*["']\s*[,;:)\]]/u,
];
const COMMENT = /(?:\/\/|\/\*|#|--|^\s*\*)\s(.*)$/u;

/** The text without what isn't prose; of lines of code their comments stay. */
export function takeProse(text: string): string {
  const lines = text.split(/\r\n?|\n/u).map((line) => (isCode(line) ? (COMMENT.exec(line)?.[1] ?? "") : line));
  return NO_PROSE.reduce((rest, pattern) => rest.replace(pattern, " "), lines.join("\n"));
}

function isCode(line: string): boolean {
  return CODE_SIGNS.filter((sign) => sign.test(line)).length >= 2;
}
