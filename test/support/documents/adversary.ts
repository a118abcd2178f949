import type { MarkdownContext } from "../../../src/core/markdown/markdownContext.ts";
import { readMarkdown } from "../../../src/core/markdown/readMarkdown.ts";
import { HAZARDS, pseudoTranslate } from "./pseudoTranslate.ts";

/** What a model does to a segment. `none` leaves its marks alone; the others are faults that the check has to see. */
export const FAULTS = [
  "none",
  "chatter",
  "wrappingFence",
  "droppedMark",
  "doubledMark",
  "translatedCode",
  "changedUrl",
  "changedNumber",
  "cut",
  "loop",
  "otherLanguage",
  "newBlocks",
  "addedTag",
  "lostPlaceholder",
] as const;
export type Fault = (typeof FAULTS)[number];

/** A letter by which the stand-in for a language detector knows the wrong language. */
export const FOREIGN = "ǎ";

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface AdversaryAnswer {
  readonly text: string;
  /** What was done to the text: `none` where the fault has nothing to work on. */
  readonly fault: Fault;
}

/** A translation with at most one fault, chosen at random. */
export function answerBadly(text: string, random: () => number, context: MarkdownContext): AdversaryAnswer {
  const fault = FAULTS[Math.floor(random() * FAULTS.length)] ?? "none";
  const hazard = HAZARDS[Math.floor(random() * 3)] ?? "accents";
  const good = pseudoTranslate(text, hazard, context);
  const bad = spoil(good, fault, { random, context });
  return bad === undefined || bad === good ? { text: good, fault: "none" } : { text: bad, fault };
}

interface Means {
  readonly random: () => number;
  readonly context: MarkdownContext;
}

function spoil(good: string, fault: Fault, { random, context }: Means): string | undefined {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const literals = readMarkdown(good, context).literals;
  const change = (kinds: readonly string[], replace: (raw: string) => string) => {
    const literal = pick(literals.filter(({ kind }) => kinds.includes(kind)));
    return (
      literal &&
      good.slice(0, literal.start) + replace(good.slice(literal.start, literal.end)) + good.slice(literal.end)
    );
  };
  switch (fault) {
    case "none":
      return undefined;
    case "chatter":
      return `Here is the translation:\n\n${good}`;
    case "wrappingFence":
      return `\`\`\`markdown\n${good}\n\`\`\``;
    case "droppedMark":
      return change(["code", "link", "html", "image", "label"], () => "");
    case "doubledMark":
      return change(["code", "link", "html", "image", "address"], (raw) => `${raw} ${raw}`);
    case "translatedCode":
      return change(["code"], (raw) => raw.replace(/\p{L}{3,}/u, "traduzione"));
    case "changedUrl":
      return change(["link", "image"], (raw) => raw.replace(/\w{3,}/u, "altro"));
    case "changedNumber":
      return /(?<![\p{L}\p{N}_])\d+(?![\p{L}\p{N}_])/u.test(good)
        ? good.replace(/(?<![\p{L}\p{N}_])\d+(?![\p{L}\p{N}_])/u, "77")
        : undefined;
    case "cut":
      return good.length > 80 ? good.slice(0, Math.floor(good.length / 5)) : undefined;
    case "loop":
      return good.length > 20 ? `${good} ${`${good.slice(0, 40)} `.repeat(8)}` : undefined;
    case "otherLanguage":
      return good.length > 80 && /[áë]/u.test(good) ? good.replace(/[áë]/gu, FOREIGN) : undefined;
    case "newBlocks":
      return `${good}\n\n## Note\n\n- one\n- two`;
    case "addedTag":
      return `${good} <b>!</b>`;
    case "lostPlaceholder":
      return good.includes("{") ? good.replace(/\{[^{}]*\}/u, "") : undefined;
    default:
      return fault satisfies never;
  }
}
