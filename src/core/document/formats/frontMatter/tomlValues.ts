import { hasProse } from "../../makeSegment.ts";
import { splice } from "../../segment.ts";
import type { FrontMatterValue } from "./yamlValues.ts";

/** A key and a basic string on one line (toml.io, v1.0.0). */
const LINE = /^([ \t]*(?:"([^"\n]+)"|([\w-]+))[ \t]*=[ \t]*)"((?:[^"\\\n]|\\.)*)"[ \t]*(?:#.*)?\r?$/gmu;

/** The strings of the chosen keys. One with an escape is left alone. */
export function findTomlValues(toml: string, keys: ReadonlySet<string>): readonly FrontMatterValue[] {
  return findStrings(toml, keys).filter(({ text }) => hasProse(text) && !text.includes("\\"));
}

/** What must stay: all but the chosen strings. */
export function tomlSkeleton(toml: string, keys: ReadonlySet<string>): string {
  const hidden = findStrings(toml, keys).map(({ range }) => ({ range, text: '"…"' }));
  return splice(toml, hidden).text;
}

function findStrings(toml: string, keys: ReadonlySet<string>): readonly FrontMatterValue[] {
  return [...toml.matchAll(LINE)].flatMap(({ 1: lead = "", 2: quoted, 3: bare, 4: text = "", index }) => {
    if (!keys.has(quoted ?? bare ?? "")) return [];
    const start = index + lead.length;
    // They are written as YAML's double-quoted strings are.
    const form = { kind: "yaml", style: "double", isInFlow: false } as const;
    return [{ range: { start, end: start + text.length + 2 }, text, form }];
  });
}
