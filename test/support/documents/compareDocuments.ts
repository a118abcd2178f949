import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import { parse } from "yaml";
import type { FormatName } from "../../../src/core/document/formats/documentFormat.ts";

/**
 * What differs between a document and its translation besides words, found by the reference parser alone on the whole
 * of both: blocks in their order, code, URLs, HTML, and the keys of front matter. Independent of what is tested: nothing
 * of the product's reading is used. Code that is only indented isn't compared, for site generators take some of it for prose.
 * Of MDX, indented code and blocks of HTML are taken for the text that they are there, and its tags are compared as such.
 */
export function compareDocuments(source: string, output: string, format: FormatName = "markdown"): string | undefined {
  const [before, after] = [describe(source, format), describe(output, format)];
  for (const kind of ["blocks", "code", "urls", "html", "frontMatter"] as const) {
    const [one, other] = [before[kind], after[kind]];
    const at = one.findIndex((line, index) => line !== other[index]);
    if (at >= 0 || one.length !== other.length) {
      const index = at < 0 ? one.length : at;
      return `${kind} ${index}: ${JSON.stringify(one[index]?.slice(0, 160))} became ${JSON.stringify(other[index]?.slice(0, 160))}`;
    }
  }
  return undefined;
}

/** What Markdown has and MDX has not (mdxjs.com/docs/what-is-mdx); tags within a line look the same in both. */
const WITHOUT_HTML = { disable: { null: ["codeIndented", "htmlFlow", "autolink"] } };

/** A tag or a directive's mark that has a line of MDX for itself ends the paragraph before it, and none goes on behind it. */
const MARK_LINE = /^[ \t]*(?:<\/?[A-Za-z][^<>\n]*>|:::[^\n]*?)[ \t]*$/gmu;

function describe(text: string, format: FormatName) {
  const found = {
    blocks: [] as string[],
    code: [] as string[],
    urls: [] as string[],
    html: [] as string[],
    frontMatter: [] as string[],
  };
  const matter = /(?<![\s\S])\uFEFF?---[ \t]*\r?\n([\s\S]*?)^---[ \t]*$/mu.exec(text);
  if (matter) found.frontMatter.push(...keysOf(matter[1] ?? ""));
  const rest = text.slice(matter?.[0].length ?? 0);
  const body = format === "mdx" ? rest.replace(MARK_LINE, "\n$&\n") : rest;
  const extensions = gfmFromMarkdown().map((one) => ({ ...one, transforms: [] }));
  const visit = (node: Nodes, depth: number, isTop: boolean): void => {
    if (BLOCKS.has(node.type)) found.blocks.push(`${depth} ${node.type} ${"depth" in node ? node.depth : ""}`);
    if (node.type === "code" && isFenced(body, node)) found.code.push(`${node.lang} ${node.meta} ${node.value}`);
    if (node.type === "inlineCode") found.code.push(`\`${node.value.replace(/\s+/gu, " ")}`);
    if (node.type === "definition" || node.type === "image" || node.type === "link") found.urls.push(node.url);
    if (node.type === "html" || (node.type === "text" && format === "mdx")) found.html.push(...tagsOf(node.value));
    if ("children" in node) for (const child of node.children) visit(child, depth + 1, isTop);
  };
  visit(
    fromMarkdown(body, { extensions: format === "mdx" ? [gfm(), WITHOUT_HTML] : [gfm()], mdastExtensions: extensions }),
    0,
    true,
  );
  // In another language words change places.
  for (const list of [found.code, found.urls, found.html]) list.sort();
  return found;
}

const BLOCKS = new Set([
  "heading",
  "list",
  "listItem",
  "blockquote",
  "table",
  "tableRow",
  "tableCell",
  "thematicBreak",
  "footnoteDefinition",
  "paragraph",
]);

function isFenced(text: string, node: Nodes): boolean {
  return /^(?:`{3}|~{3})/u.test(text.slice(node.position?.start.offset ?? 0));
}

function tagsOf(html: string): readonly string[] {
  const tags = html.match(/<!--[\s\S]*?-->|<\/?[A-Za-z][^\s>]*/gu) ?? [];
  return tags.map((tag) => tag.replace(/\s+/gu, " "));
}

function keysOf(yaml: string): readonly string[] {
  const walk = (value: unknown, path: string): readonly string[] => {
    if (typeof value !== "object" || value === null) return [`${path} ${typeof value}`];
    return Object.entries(value).flatMap(([key, inner]) => walk(inner, `${path}/${key}`));
  };
  try {
    return walk(parse(yaml, { logLevel: "silent" }), "");
  } catch {
    return ["broken"];
  }
}
