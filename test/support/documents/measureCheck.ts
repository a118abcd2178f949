import { loadFormat } from "../../../src/core/document/formats/documentFormat.ts";
import { DEFAULT_FRONT_MATTER_KEYS } from "../../../src/core/document/frontMatterKeys.ts";
import { contextOf } from "../../../src/core/document/recallSegment.ts";
import { tryTask } from "../../../src/core/writing/tryTask.ts";
import { textOf } from "../fakeModel.ts";
import { type AdversaryAnswer, answerBadly, FAULTS, type Fault, FOREIGN } from "./adversary.ts";
import type { LittleDocument } from "./littleDocuments.ts";

/** Of one kind of fault: how often it was made, and what became of it at the first try. */
export interface FaultCount {
  made: number;
  /** Named by the check. */
  caught: number;
  /** Nothing of it is left in what would be written. */
  mended: number;
}

/** Has an adversary answer each segment once, and counts what the check says of it. */
export async function measureCheck(
  documents: readonly LittleDocument[],
  random: () => number,
): Promise<Readonly<Record<Fault, FaultCount>>> {
  const counts = Object.fromEntries(FAULTS.map((fault) => [fault, { made: 0, caught: 0, mended: 0 }])) as Record<
    Fault,
    FaultCount
  >;
  for (const { text, format } of documents) {
    const read = await loadFormat(format);
    const { segments, markdown } = await read(text, { frontMatterKeys: DEFAULT_FRONT_MATTER_KEYS });
    for (const segment of segments) {
      const context = markdown && contextOf(segment, markdown);
      if (!context) continue;
      let given: AdversaryAnswer | undefined;
      const found = await tryTask(
        {
          task: { kind: "translate", from: "en", to: "fr", formality: "auto" },
          model: {
            name: "adversary",
            complete: async (request) => {
              given = answerBadly(textOf(request), random, context);
              return { text: given.text, usage: undefined, hasInvalidBytes: false };
            },
          },
          detectLanguage: async (answer) => (answer.includes(FOREIGN) ? "hu" : "fr"),
          signal: new AbortController().signal,
          markdown: context,
        },
        segment.text,
        {},
      );
      if (!given) continue;
      const count = counts[given.fault];
      count.made += 1;
      if (found.findings.some(({ kind }) => kind !== "unchanged")) count.caught += 1;
      else if (process.env.EUROSCRIBE_SHOW_MISSES && given.fault !== "none" && found.answer === given.text.trim())
        console.log(given.fault, JSON.stringify(segment.text), JSON.stringify(given.text));
      else if (found.answer !== given.text.trim()) count.mended += 1;
    }
  }
  return counts;
}

/** Of the faults made, those that were caught or mended; of the answers caught, those that had a fault. */
export function rateCheck(counts: Readonly<Record<Fault, FaultCount>>): {
  readonly recall: number;
  readonly precision: number;
} {
  const faults = FAULTS.filter((fault) => fault !== "none").map((fault) => counts[fault]);
  const sum = (key: keyof FaultCount) => faults.reduce((total, count) => total + count[key], 0);
  const seen = sum("caught") + sum("mended");
  return { recall: seen / sum("made"), precision: sum("caught") / (sum("caught") + counts.none.caught) };
}
