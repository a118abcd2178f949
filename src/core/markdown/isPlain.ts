/** What can be Markdown at all: marks within a line, markers at its start, and addresses. */
const MARKED = /[`*_~[\]<>|#\\&]|^[ \t]*(?:[-+=]|\d+[.)])|^(?: {4}|\t)|:\/\/|www\.|@/mu;

/** Whether a text is nothing but paragraphs, so that no parser needs to be loaded to see what it is made of. */
export function isPlain(text: string): boolean {
  return !MARKED.test(text);
}

/** The paragraphs of a plain text. */
export function countParagraphs(text: string): number {
  return text.split(/\n(?:[ \t]*\n)+/u).filter((paragraph) => paragraph.trim() !== "").length;
}
