/** What can be Markdown at all, or an island in it: marks within a line, markers at its start, and addresses. */
const MARKED =
  /[`*_~[\]<>|#{}$\\]|\+\+|%%|\/{3}|\s\^\w|:[\w+-]+:|^[ \t\uFEFF]*(?:[-+=:]|!!!|\?\?\?|\d+[.)]|\([^()\s]*\)=)|^\uFEFF* {0,3}\t|^\uFEFF* {4}|:\/\/|www\.|@/imu;

/** Whether a text is nothing but paragraphs, so that no parser needs to be loaded to see what it is made of. */
export function isPlain(text: string): boolean {
  return !MARKED.test(text);
}

/** The paragraphs of a plain text. */
export function countParagraphs(text: string): number {
  return text.split(/(?:\r\n?|\n)(?:[ \t]*(?:\r\n?|\n))+/u).filter((paragraph) => paragraph.trim() !== "").length;
}
