import { readFileSync } from "node:fs";
import { FORMAT_NAMES, type FormatName } from "../../../src/core/document/formats/documentFormat.ts";

export interface LittleDocument {
  readonly name: string;
  readonly format: FormatName;
  readonly text: string;
}

const LINES = [
  "# Heading one",
  "",
  "A line of text",
  "and another **bold** one",
  "",
  "> quoted text",
  "> goes on",
  "",
  "- item one  ",
  "  after a hard break",
  "",
];

/** What a file with line feeds alone can't show. */
const OF_BYTES: readonly LittleDocument[] = [
  { name: "CRLF", format: "markdown", text: LINES.join("\r\n") },
  { name: "carriage returns", format: "markdown", text: LINES.join("\r") },
  {
    name: "carriage returns and front matter",
    format: "markdown",
    text: "---\rtitle: Words of it\rdescription: >-\r  More words\r  of it\rtagline: The last\r---\r\r# A heading\r",
  },
  { name: "carriage returns and one value", format: "markdown", text: "---\rtitle: Words of it\r---\r\r# A heading\r" },
  {
    name: "mixed line ends",
    format: "markdown",
    text: "One line\r\ntwo lines\nthree lines\r\n\r\n- an item\n- another\r\n",
  },
  { name: "a byte order mark", format: "markdown", text: "\uFEFF# A heading\n\nText here.\n" },
  {
    name: "a byte order mark before front matter",
    format: "markdown",
    text: "\uFEFF---\ntitle: Words of it\n---\n\n# A heading\n\nText here.\n",
  },
  { name: "a NUL", format: "markdown", text: "Words \0 and more **of\0** them\n" },
];

/** Each is a trap that a translator of Markdown has fallen into. */
export const LITTLE_DOCUMENTS: readonly LittleDocument[] = [...readLittleDocuments(), ...OF_BYTES];

/** `little.txt` holds them one behind the other, each below a line that says its format and name. */
function readLittleDocuments(): readonly LittleDocument[] {
  const file = readFileSync("test/fixtures/documents/little.txt", "utf8").replaceAll("\r\n", "\n");
  return file.split(/^%{5} /mu).flatMap((part) => {
    const [head = "", ...lines] = part.split("\n");
    const [format, name] = head.split(": ");
    const known = FORMAT_NAMES.find((one) => one === format);
    return known && name ? [{ name, format: known, text: lines.slice(0, -1).join("\n") }] : [];
  });
}
