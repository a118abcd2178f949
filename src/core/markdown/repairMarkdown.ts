import { replaceRanges } from "../replaceRanges.ts";
import { hasSameMarks } from "./hasSameMarks.ts";
import { isPlain } from "./isPlain.ts";
import { isTangled } from "./isTangled.ts";
import { type MarkdownContext, PLAIN_CONTEXT } from "./markdownContext.ts";
import type { ReadMarkdown } from "./readMarkdown.ts";
import { closeAddresses } from "./repair/closeAddresses.ts";
import { countDamage } from "./repair/countDamage.ts";
import { escapeExclamations } from "./repair/escapeExclamations.ts";
import { escapeForMdx } from "./repair/escapeForMdx.ts";
import { escapeLineStarts } from "./repair/escapeLineStarts.ts";
import {
  escapeLoneBackticks,
  escapeStrayCode,
  escapeStrayEmphasis,
  escapeStrayIslands,
  escapeStrayLinks,
  escapeUnpairedBackticks,
} from "./repair/escapeStrays.ts";
import { linkCode } from "./repair/linkCode.ts";
import { nameReferences } from "./repair/nameReferences.ts";
import type { Propose } from "./repair/proposal.ts";
import { replaceUnderscores } from "./repair/replaceUnderscores.ts";
import { restoreLiterals } from "./repair/restoreLiterals.ts";
import { spaceEmphasis } from "./repair/spaceEmphasis.ts";
import { tightenEmphasis } from "./repair/tightenEmphasis.ts";
import { unlistNumbers } from "./repair/unlistNumbers.ts";

/**
 * Mends in an answer what has one right way to be: blanks go out of emphasis, and code, URLs, titles, labels and tags
 * that were changed but not moved get the source's words again. A mend is kept only if the answer, parsed again, is
 * nearer to the source than it was. All by offsets: what needs no mending comes back as it is. Mending twice changes
 * nothing more.
 */
export function repairMarkdown(source: string, answer: string, markdown = PLAIN_CONTEXT): Promise<string> {
  return repair({ source, answer, markdown }, markdown.place === "value" ? RESTORATIONS : MENDS);
}

/** The same for a text that was put otherwise: lists, emphasis and the like are its writer's means, and stay. */
export function repairFreeMarkdown(source: string, answer: string, markdown = PLAIN_CONTEXT): Promise<string> {
  return repair({ source, answer, markdown }, FREE_MENDS);
}

interface Texts {
  readonly source: string;
  readonly answer: string;
  readonly markdown: MarkdownContext;
}

async function repair({ source, answer, markdown }: Texts, mends: readonly Propose[]): Promise<string> {
  if (answer === source || (isPlain(source) && isPlain(answer))) return answer;
  if (isBeyondRepair(source, answer) || hasSameMarks(source, answer)) return answer;
  const { readMarkdown } = await import("./readMarkdown.ts");
  const original = readMarkdown(source, markdown);
  const read = (text: string) => readMarkdown(text, markdown);
  let first = read(answer);
  if (markdown.dialect === "mdx" && markdown.place !== "value") {
    // What is code after all isn't prose to be escaped.
    const ofCode = mends.filter((mend) => CODE_MENDS.includes(mend));
    first = read(apply(escapeForMdx, original, mendAll({ original, answer: first, read }, ofCode)));
  }
  return mendAll({ original, answer: first, read }, mends).text;
}

interface Readings {
  readonly original: ReadMarkdown;
  readonly answer: ReadMarkdown;
  readonly read: (text: string) => ReadMarkdown;
}

/** Over and over, as long as one of them brings the answer nearer to the source. */
function mendAll({ original, answer, read }: Readings, mends: readonly Propose[]): ReadMarkdown {
  let best = answer;
  let damage = countDamage(original, best);
  let isBetter = true;
  while (damage > 0 && isBetter) {
    isBetter = false;
    for (const propose of mends) {
      for (let more = damage > 0; more; ) {
        const text = apply(propose, original, best);
        const mended = text === best.text ? undefined : read(text);
        const left = mended ? countDamage(original, mended) : damage;
        more = mended !== undefined && left < damage;
        if (mended && more) [best, damage, isBetter] = [mended, left, true];
      }
    }
  }
  return best;
}

/** Each mend is tried by reading the whole answer again: not where it is many times its source, or can't be read. */
function isBeyondRepair(source: string, answer: string): boolean {
  return answer.length > MOST_GROWTH * source.length + SPARE_LENGTH || isTangled(answer) || isTangled(source);
}

const MOST_GROWTH = 3;
/** UTF-16 units. */
const SPARE_LENGTH = 2000;

/** What is put back as the source has it. */
const RESTORATIONS: readonly Propose[] = (
  ["fence", "code", "definition", "link", "image", "address", "label", "mark", "html"] as const
).map(restoreLiterals);

const CODE_MENDS: readonly Propose[] = [escapeLoneBackticks, escapeStrayCode];

/** First what changes how the rest is read. */
const MENDS: readonly Propose[] = [
  unlistNumbers,
  escapeLineStarts,
  ...CODE_MENDS,
  escapeExclamations,
  tightenEmphasis,
  spaceEmphasis,
  replaceUnderscores,
  closeAddresses,
  nameReferences,
  linkCode,
  escapeStrayIslands,
  escapeStrayLinks,
  escapeStrayEmphasis,
  ...RESTORATIONS,
  escapeUnpairedBackticks,
];

/** What takes marks for prose that the source doesn't have isn't among them. */
const FREE_MENDS = MENDS.filter(
  (mend) =>
    ![
      unlistNumbers,
      escapeLineStarts,
      ...CODE_MENDS,
      escapeStrayIslands,
      escapeStrayLinks,
      escapeStrayEmphasis,
      escapeUnpairedBackticks,
    ].includes(mend),
);

function apply(propose: Propose, source: ReadMarkdown, answer: ReadMarkdown): string {
  const replacements = propose(source, answer);
  return replaceRanges(
    answer.text,
    replacements,
    replacements.map(({ text }) => text),
  );
}
