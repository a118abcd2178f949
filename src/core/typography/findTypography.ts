import type { LanguageCode } from "../languages.ts";
import { isPlain } from "../markdown/isPlain.ts";
import { isTangled } from "../markdown/isTangled.ts";
import { TYPOGRAPHY } from "./languageTypography.ts";
import { plainBlocks } from "./plainBlocks.ts";
import { maskBlock, OBJECT, type ProseBlock } from "./proseBlock.ts";
import { RULES } from "./rules.ts";
import { type Change, RULE_IDS, type RuleId } from "./typographyRule.ts";

/** What is set against the language's rules, and how it would be right. UTF-16 offsets in the text. */
export interface TypographyEdit extends Change {
  readonly rule: RuleId;
  /** Several edits that make sense together alone, such as a pair of quotation marks, have one number. */
  readonly group: number;
}

export interface TypographyOptions {
  readonly language: LanguageCode;
  readonly markup: "markdown" | "plain";
  /** All but these. */
  readonly without?: readonly RuleId[];
}

/** What to set otherwise in the prose of a text, in order, none inside another. Code, addresses, tags and placeholders stay, and so does all of a text that no parser gets through in time. */
export async function findTypography(text: string, options: TypographyOptions): Promise<readonly TypographyEdit[]> {
  const blocks = await readBlocks(text, options.markup);
  const groups = blocks.flatMap((block) => findInBlock(maskBlock(block), options));
  return groups
    .flatMap((edits, group) => edits.map((edit) => ({ ...edit, group })))
    .filter(({ start, end, replacement }) => text.slice(start, end) !== replacement)
    .toSorted((a, b) => a.start - b.start);
}

async function readBlocks(text: string, markup: TypographyOptions["markup"]): Promise<readonly ProseBlock[]> {
  if (markup === "plain" || isPlain(text)) return plainBlocks(text);
  if (isTangled(text)) return [];
  const { markdownBlocks } = await import("./markdownBlocks.ts");
  return markdownBlocks(text);
}

type Found = Omit<TypographyEdit, "group">;

function findInBlock(block: ProseBlock, { language, without = [] }: TypographyOptions): readonly (readonly Found[])[] {
  const typography = TYPOGRAPHY[language];
  const off = [...without, ...(typography.without ?? [])];
  const taken = new TakenPlaces();
  const groups: (readonly Found[])[] = [];
  for (const rule of RULE_IDS.filter((id) => !off.includes(id))) {
    for (const changes of groupsOf(rule, RULES[rule](block.prose, { language, typography }))) {
      const edits = changes.map((change) => place(block, rule, change));
      const placed = edits.filter((edit) => edit !== undefined);
      if (placed.length < edits.length || placed.some((edit) => taken.has(edit))) continue;
      for (const edit of placed) taken.add(edit);
      groups.push(placed);
    }
  }
  return groups;
}

const PAIRED: readonly RuleId[] = ["straightQuotes", "foreignQuotes"];

function groupsOf(rule: RuleId, changes: readonly Change[]): readonly (readonly Change[])[] {
  if (!PAIRED.includes(rule)) return changes.map((change) => [change]);
  return changes.flatMap((change, index) => (index % 2 === 1 ? [[changes[index - 1] ?? change, change]] : []));
}

/** Where a change stands in the text; `undefined` where something lies between that isn't prose. */
function place({ prose, offsets }: ProseBlock, rule: RuleId, { start, end, replacement }: Change): Found | undefined {
  const last = offsets[end - 1];
  if (end === start) {
    const at = offsets[start] ?? (last ?? 0) + 1;
    return { start: at, end: at, replacement, rule };
  }
  const first = offsets[start];
  if (first === undefined || last === undefined || last - first !== end - 1 - start) return undefined;
  return prose.slice(start, end).includes(OBJECT) ? undefined : { start: first, end: last + 1, replacement, rule };
}

/**
 * Where edits are, by rules that go first. One that puts in something can't be beside another, which may have put in the
 * same; those that replace something can.
 */
class TakenPlaces {
  readonly #replaced = new Set<number>();
  readonly #borders = new Set<number>();
  readonly #insertions = new Set<number>();

  has({ start, end }: Found): boolean {
    if (start === end) return [this.#replaced, this.#borders, this.#insertions].some((places) => places.has(start));
    for (let at = start; at < end; at += 1) if (this.#replaced.has(at) || this.#insertions.has(at)) return true;
    return this.#insertions.has(end);
  }

  add({ start, end }: Found): void {
    if (start === end) this.#insertions.add(start);
    else this.#borders.add(start).add(end);
    for (let at = start; at < end; at += 1) this.#replaced.add(at);
  }
}
