/** The words of a text as the models count them: in small letters, apostrophes and hyphens between them. */
export function readWords(text) {
  return (
    text
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{M}]+/gu) ?? []
  );
}
