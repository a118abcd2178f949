/** Code, tags, addresses, placeholders, and words that only programs write: none of it is in a language. */
const NO_PROSE: readonly RegExp[] = [
  /^[ \t]*(`{3,}(?!`)|~{3,}(?!~))[^\n]*\n[\s\S]*?\n[ \t]*\1/gmu,
  /(?<!`)(`+)(?!`)[^`]+\1|<[^<>]*>|&\w+;/gu,
  /\{\{?[^{}\n]*\}\}?|\$\{?\w+\}?/gu,
  /\b(?:https?|ftp|file|mailto):\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.\S+/gu,
  /(?<![\w.-])[\w.-]*[/\\][\w.-]+[/\\][\w./\\-]*/gu,
  // Options and what is set to something, formats, and names that stand in quotation marks by themselves.
  /(?<![^\s([|])--?[\p{L}\p{N}][^\s\])|]*|(?<!\S)\[[^\s\]]*\]\S*|(?<!\S)\S+[=@|]\S*/gu,
  /%[-+#0-9.*:]*\p{L}+|(?<!\S)\\\S+/gu,
  /["'`‘’“”„«»][\w.-]+["'`‘’“”«»]/gu,
  /(?<![\p{L}\p{N}_.-])[\w-]+(?:\.[\w-]+)*(?:\.\p{L}\w{0,4}|\(\w{1,3}\))(?![\p{L}\p{N}_])/gu,
  /(?<![\p{L}\p{N}_])(?:\p{L}*[\p{N}_][\p{L}\p{N}_]*|\p{Ll}+\p{Lu}\p{L}*)/gu,
];

/** Signs of a line of code; prose has one of them now and then, and hardly two. */
const CODE_SIGNS: readonly RegExp[] = [
  /[;{}]\s*$/gu,
  /[\p{L}\p{N}_]\((?!\d[a-z]?\)|\p{L}{1,3}\))|\)\s*\{/gu,
  /[=!]=|=>|->|::|&&|\|\|| [-+*]?= /gu,
  /^\s*(?:import|export|const|let|var|def|class|return|func|function|fn|public|private|static|if|for|while|#include)\b/gu,
  /["'][^"']*["']\s*[,;:)\]]/gu,
];
const COMMENT = /(?:\/\/|\/\*|#|--|^\s*\*)\s(.*)$/u;
/** A line of code has a sign in so many characters; a paragraph on one line may have some about what it speaks of. */
const SIGN_EVERY = 60;

/** The text without what isn't prose; of lines of code their comments stay. */
export function takeProse(text: string): string {
  const lines = text.split(/\r\n?|\n/u).map((line) => (isCode(line) ? (COMMENT.exec(line)?.[1] ?? "") : line));
  return NO_PROSE.reduce((rest, pattern) => rest.replace(pattern, " "), lines.join("\n"));
}

function isCode(line: string): boolean {
  const found = CODE_SIGNS.map((sign) => line.match(sign)?.length ?? 0).filter((count) => count > 0);
  const signs = found.reduce((sum, count) => sum + count, 0);
  return found.length >= 2 && signs * SIGN_EVERY >= line.length;
}
