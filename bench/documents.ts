// What the translation of documents keeps, and what it takes: `npm run bench:documents -- --corpus FOLDER`. Parts:
// `identity`, `pseudo`, `adversary`, `speed`; `--every N` takes each Nth document, `--runs N` for the adversary.
// Run where they are named, with a model behind llama-server (`--model FILE`): `throughput`, beside a bare loop with as
// many requests at once (`--concurrency N`); and `real`, the documents of `real.json`, whose French is looked for in
// `--published FOLDER`; with `--answers FILE` a run that was stopped goes on where it was.
import { parseArgs } from "node:util";
import { LITTLE_DOCUMENTS } from "../test/support/documents/littleDocuments.ts";
import { measureAdversary, measureFaults, measureIdentity, measurePseudo } from "./documents/measures.ts";
import { readCorpus } from "./documents/readCorpus.ts";
import { measureReal } from "./documents/real.ts";
import { measureSpeed, runSized } from "./documents/speed.ts";
import { measureThroughput } from "./documents/throughput.ts";
import { DEFAULT_MODEL, withRealModel } from "./model/realModel.ts";

const { values, positionals } = parseArgs({
  options: {
    corpus: { type: "string" },
    every: { type: "string", default: "1" },
    runs: { type: "string", default: "10000" },
    hazard: { type: "string" },
    published: { type: "string" },
    model: { type: "string", default: DEFAULT_MODEL },
    answers: { type: "string" },
    concurrency: { type: "string", default: "2" },
  },
  allowPositionals: true,
});

const { corpus } = values;
if (positionals[0] === "sized") void runSized(positionals[1] ?? "", Number(positionals[2]));
else void main();

async function main(): Promise<void> {
  const isChosen = (part: string) => positionals.length === 0 || positionals.includes(part);
  const { examples, documents } = readCorpus(corpus, Number(values.every));
  console.log(
    `${documents.length} documents, ${examples.length} examples, ${LITTLE_DOCUMENTS.length} little documents`,
  );
  if (isChosen("identity")) {
    await measureIdentity("examples", examples);
    await measureIdentity("little documents", LITTLE_DOCUMENTS);
    await measureIdentity("corpus", documents);
  }
  if (isChosen("pseudo")) {
    await measurePseudo("documents", [...LITTLE_DOCUMENTS, ...documents], values.hazard);
    await measurePseudo("examples", examples, values.hazard);
  }
  if (isChosen("adversary")) {
    await measureFaults([...LITTLE_DOCUMENTS, ...documents.slice(0, 60)]);
    await measureAdversary(LITTLE_DOCUMENTS, Number(values.runs));
  }
  if (isChosen("speed")) await measureSpeed(process.argv[1] ?? "");
  if (positionals.includes("real") && corpus) {
    const options = { corpus, published: values.published ?? corpus };
    await withRealModel({ file: values.model, answers: values.answers }, (real) =>
      measureReal({ ...options, ...real }),
    );
  }
  if (positionals.includes("throughput")) await measureThroughput(values.model, Number(values.concurrency));
}
