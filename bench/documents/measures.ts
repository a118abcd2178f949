import type { OutcomeCounts } from "../../src/core/document/segmentOutcome.ts";
import { answerBadly, createRandom, FOREIGN } from "../../test/support/documents/adversary.ts";
import { compareDocuments } from "../../test/support/documents/compareDocuments.ts";
import type { LittleDocument } from "../../test/support/documents/littleDocuments.ts";
import { measureCheck, rateCheck } from "../../test/support/documents/measureCheck.ts";
import { HAZARDS, pseudoTranslate } from "../../test/support/documents/pseudoTranslate.ts";
import { contextOfFormat, translateBy } from "../../test/support/documents/run.ts";

/** Prints how many documents come back byte for byte from a model that echoes. */
export async function measureIdentity(label: string, documents: readonly LittleDocument[]): Promise<void> {
  let [same, segments, kept, raw] = [0, 0, 0, 0];
  for (const document of documents) {
    const found = await translateBy(document, (sent) => sent, { unchanged: "write" });
    if (found.text === document.text) same += 1;
    else console.log(`  differs: ${document.name}`);
    segments += found.outcomes.length;
    kept += found.counts.kept;
    raw += document.text.length;
  }
  console.log(
    `identity, ${label}: ${same} of ${documents.length} (${segments} segments, ${kept} kept, ${raw} characters)`,
  );
}

/** Prints, for each hazard, the documents that were damaged and the segments that kept their source. */
export async function measurePseudo(
  label: string,
  documents: readonly LittleDocument[],
  only: string | undefined,
): Promise<void> {
  let [allKept, allSegments, allDamaged] = [0, 0, 0];
  for (const hazard of HAZARDS.filter((one) => !only || one === only)) {
    let damaged = 0;
    const counts: OutcomeCounts[] = [];
    for (const document of documents) {
      const context = contextOfFormat(document.format);
      const found = await translateBy(document, (sent) => pseudoTranslate(sent, hazard, context));
      counts.push(found.counts);
      const damage = compareDocuments(document.text, found.text, document.format);
      if (damage === undefined) continue;
      damaged += 1;
      console.log(`  damaged: ${document.name}: ${damage}`);
    }
    const sum = (outcome: keyof OutcomeCounts) => counts.reduce((total, count) => total + count[outcome], 0);
    const segments = counts.reduce(
      (total, count) => total + Object.values(count).reduce((all, one) => all + one, 0),
      0,
    );
    console.log(
      `pseudo, ${label}, ${hazard}: ${damaged} of ${documents.length} damaged; kept ${share(sum("kept"), segments)} of ${segments}; ` +
        `accepted ${sum("accepted")}, repaired ${sum("repaired")}, retried ${sum("retried")}, masked ${sum("masked")}, by run ${sum("byRun")}`,
    );
    [allKept, allSegments, allDamaged] = [allKept + sum("kept"), allSegments + segments, allDamaged + damaged];
  }
  console.log(
    `pseudo, ${label}, all: ${allDamaged} damaged; kept ${share(allKept, allSegments)} of ${allSegments} segments`,
  );
}

/** Prints how many of so many runs against an adversary damaged their document, and how well the check sees faults. */
export async function measureAdversary(documents: readonly LittleDocument[], runs: number): Promise<void> {
  let damaged = 0;
  for (let seed = 0; seed < runs; seed += 1) {
    const document = documents[seed % documents.length];
    if (!document) continue;
    const random = createRandom(seed);
    const context = contextOfFormat(document.format);
    const { text } = await translateBy(document, (sent) => answerBadly(sent, random, context).text, {
      detectLanguage: async (answer) => (answer.includes(FOREIGN) ? "hu" : "fr"),
    });
    const damage = compareDocuments(document.text, text, document.format);
    if (damage === undefined) continue;
    damaged += 1;
    console.log(`  damaged: seed ${seed}, ${document.name}: ${damage}`);
  }
  console.log(`adversary: ${damaged} of ${runs} document runs damaged`);
}

/** Prints what the check makes of each kind of fault, at the first try. */
export async function measureFaults(documents: readonly LittleDocument[]): Promise<void> {
  const counts = await measureCheck(documents, createRandom(7));
  for (const [fault, { made, caught, mended }] of Object.entries(counts)) {
    console.log(`  ${fault.padEnd(16)} made ${made}, caught ${caught}, mended ${mended}`);
  }
  const { recall, precision } = rateCheck(counts);
  console.log(`check: recall ${(recall * 100).toFixed(2)} %, precision ${(precision * 100).toFixed(2)} %`);
}

function share(part: number, whole: number): string {
  return `${part} (${((part / Math.max(1, whole)) * 100).toFixed(2)} %)`;
}
