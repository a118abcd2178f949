/**
 * What would be something else at the beginning of a line: markers of lists, headings, quotes, fences, rules, tables,
 * tags, definitions, directives, admonitions, attribute lists, template tags and, in MDX, imports.
 */
const HAZARD =
  /^(?:[-+*](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|[>|:<=@]|`{3}|~{3}|(?:[-*_][ \t]*){3,}|-+[ \t]*$|!!!|\?\?\?|\[[^\]]*\]:|\{[%:#{/]|\$\$|r\[|\[TOC\]|import |export )/u;

/** Whether a line must not begin like this where the source's doesn't. */
export function isHazard(rest: string): boolean {
  return HAZARD.test(rest);
}

/** As much of a beginning as says what it is. */
export function startOf(rest: string): string {
  return rest.slice(0, 4).replace(/\s[\s\S]*$/u, "");
}
