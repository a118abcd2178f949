/** A string in YAML. */
export interface YamlForm {
  readonly kind: "yaml";
  readonly style: "plain" | "single" | "double";
  /** Within brackets, where commas and brackets end a value. */
  readonly isInFlow: boolean;
}

/** In the quotes it had; a plain value that would be read as something else gets quotes. */
export function writeYaml({ style, isInFlow }: YamlForm, text: string): string {
  const line = text.replace(/\s*[\r\n]\s*/gu, " ");
  if (style === "single") return `'${line.replaceAll("'", "''")}'`;
  return style === "plain" && isPlainSafe(line, isInFlow) ? line : quote(line);
}

function quote(line: string): string {
  return `"${line.replace(/[\\"]/gu, "\\$&").replaceAll("\t", "\\t")}"`;
}

/** YAML 1.2.2, section 7.3.3; and what YAML 1.1 takes for a truth value, a number or a date. */
function isPlainSafe(line: string, isInFlow: boolean): boolean {
  if (line === "" || line !== line.trim()) return false;
  if (/^[,[\]{}#&*!|>'"%@`]|^[-?:](?:\s|$)|^(?:---|\.\.\.)/u.test(line)) return false;
  if (/:(?:\s|$)|\s#/u.test(line) || (isInFlow && /[,[\]{}]/u.test(line))) return false;
  return !/^(?:~|null|true|false|yes|no|on|off|[-+.]?\d[\d_.,:eExXa-fA-F+-]*|\d{4}-\d\d?-\d\d?.*)$/iu.test(line);
}
