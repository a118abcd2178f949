/** Sentences and line ends, each with the blanks behind it. Joined they are the text. */
export function splitSentences(text: string): readonly string[] {
  return (
    text.match(
      /\s*[\r\n]\s*|(?:[^\r\n.!?…;·]|[.!?…;·](?![\s"'”’»“)\]]|$))+(?:[.!?…;·]+["'”’»“)\]]*)?[^\S\r\n]*|[^\S\r\n]*[.!?…;·]+["'”’»“)\]]*[^\S\r\n]*/gu,
    ) ?? []
  );
}

/** Words, runs of blanks, and every other character for itself. Joined they are the text. */
export function splitWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}_]+(?:[’'-][\p{L}\p{M}\p{N}_]+)*|\s+|[^\p{L}\p{M}\p{N}_\s]/gu) ?? [];
}
