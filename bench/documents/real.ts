import { readFileSync } from "node:fs";
import path from "node:path";
import type { ChatModel, ChatRequest } from "../../src/core/chat/chatModel.ts";
import { createLanguageDetector } from "../../src/core/detection/detectLanguage.ts";
import { type FormatName, findFormat, loadFormat } from "../../src/core/document/formats/documentFormat.ts";
import { DEFAULT_FRONT_MATTER_KEYS } from "../../src/core/document/frontMatterKeys.ts";
import { OUTCOMES, type SegmentOutcome } from "../../src/core/document/segmentOutcome.ts";
import { translateDocument } from "../../src/core/document/translateDocument.ts";
import type { Locale } from "../../src/core/languages.ts";
import { compareDocuments } from "../../test/support/documents/compareDocuments.ts";
import { textOf } from "../../test/support/fakeModel.ts";
import { row } from "../languages/printTable.ts";
import { chrf, type Pair } from "../model/chrf.ts";
import type { RealModel } from "../model/realModel.ts";
import { proseForChrf } from "./proseForChrf.ts";

/** Of `real.json`. */
interface RealDocument {
  readonly repository: string;
  readonly file: string;
  /** Its translation as the project has it. */
  readonly french: Pick<RealDocument, "repository" | "file">;
}

export interface RealOptions extends RealModel {
  /** The folder of the corpus, and that of the projects' translations; a repository's files lie in `owner+name`. */
  readonly corpus: string;
  readonly published: string;
}

interface Measured {
  readonly outcomes: readonly SegmentOutcome[];
  /** Documents. */
  readonly damaged: number;
  /** Tokens of the segments, and those that were sent beyond the prefix that a server has already. */
  readonly sourceTokens: number;
  readonly sentTokens: number;
  readonly ours: readonly Pair[];
  readonly raw: readonly Pair[];
}

/** As many as are translated into other languages than French as well. */
const INTO_MORE = 2;
const MORE: readonly Locale[] = ["de", "es", "it", "pt"];
/** In the order in which an answer comes to them; nothing comes from a memory here. */
const SHOWN = OUTCOMES.filter((outcome) => outcome !== "memory");

/**
 * Prints what becomes of real documents with a real model: what is damaged, on which rung of the ladder each segment
 * was accepted, tokens sent beyond the cached prefix for each of the source, and chrF against the project's own French beside that of the same model's first answers, taken raw.
 */
export async function measureReal(options: RealOptions): Promise<void> {
  const listed: readonly RealDocument[] = JSON.parse(readFileSync("bench/documents/real.json", "utf8"));
  console.log(`\n${options.model.name}`);
  console.log(row(["", "to", "segments", ...SHOWN, "damaged", "sent", "chrF", "chrF raw"]));
  const french = await measureAll(options, listed, "fr");
  print("all", "fr", french);
  for (const to of MORE) print("all", to, await measureAll(options, listed.slice(0, INTO_MORE), to));
}

async function measureAll(options: RealOptions, listed: readonly RealDocument[], to: Locale): Promise<Measured> {
  const all: Measured[] = [];
  for (const document of listed) {
    const measured = await measureOne(options, document, to);
    print(`${document.repository} ${path.basename(document.file)}`, to, measured);
    all.push(measured);
  }
  const sum = (of: "damaged" | "sourceTokens" | "sentTokens") => all.reduce((total, one) => total + one[of], 0);
  return {
    outcomes: all.flatMap(({ outcomes }) => outcomes),
    ours: all.flatMap(({ ours }) => ours),
    raw: all.flatMap(({ raw }) => raw),
    damaged: sum("damaged"),
    sourceTokens: sum("sourceTokens"),
    sentTokens: sum("sentTokens"),
  };
}

async function measureOne(options: RealOptions, document: RealDocument, to: Locale): Promise<Measured> {
  const { model, tokens, corpus, published } = options;
  const text = readIn(corpus, document);
  const format = findFormat(document.file) ?? "markdown";
  const asked: Asked[] = [];
  const translated = await translateDocument({
    text,
    format,
    task: { kind: "translate", from: "en", to, formality: "auto" },
    model: listenTo(model, asked),
    detectLanguage: createLanguageDetector(),
    signal: new AbortController().signal,
    memory: { find: async () => undefined, store: async () => {} },
    typography: true,
  });
  const damage = compareDocuments(text, translated.text);
  if (damage) console.log(`  damaged: ${document.file}: ${damage}`);
  const sources = await readSegments(text, format);
  const measured = {
    outcomes: translated.outcomes,
    damaged: damage ? 1 : 0,
    sourceTokens: await tokens.ofText(sources.join("\n")),
    sentTokens: await tokens.beyondPrefix(asked.map(({ request }) => request)),
  };
  if (to !== "fr") return { ...measured, ours: [], raw: [] };
  const references = await readSegments(readIn(published, document.french), format);
  const ours = await readSegments(translated.text, format);
  const raw = sources.map((source) => asked.find(({ request }) => textOf(request) === source)?.answer ?? source);
  return { ...measured, ours: pairUp(ours, references), raw: pairUp(raw, references) };
}

interface Asked {
  readonly request: ChatRequest;
  readonly answer: string;
}

/** Of each text the first answer is what a program gets that asks once and looks at nothing. */
function listenTo(model: ChatModel, asked: Asked[]): ChatModel {
  return {
    ...model,
    complete: async (request, options) => {
      const answer = await model.complete(request, options);
      asked.push({ request, answer: answer.text });
      return answer;
    },
  };
}

async function readSegments(text: string, format: FormatName): Promise<readonly string[]> {
  const read = await loadFormat(format);
  const { segments } = await read(text, { frontMatterKeys: DEFAULT_FRONT_MATTER_KEYS });
  return segments.map((segment) => segment.text);
}

function pairUp(answers: readonly string[], references: readonly string[]): readonly Pair[] {
  if (answers.length !== references.length) throw new Error("the document and its French differ in segments");
  return answers.map((answer, index) => ({
    answer: proseForChrf(answer),
    reference: proseForChrf(references[index] ?? ""),
  }));
}

function print(name: string, to: Locale, { outcomes, damaged, sourceTokens, sentTokens, ours, raw }: Measured): void {
  const counts = SHOWN.map((outcome) => {
    const count = outcomes.filter((one) => one === outcome).length;
    return `${count} (${((100 * count) / Math.max(1, outcomes.length)).toFixed(0)} %)`;
  });
  const scores = ours.length > 0 ? [chrf(ours).toFixed(1), chrf(raw).toFixed(1)] : ["–", "–"];
  const sent = (sentTokens / sourceTokens).toFixed(2);
  console.log(row([name, to, String(outcomes.length), ...counts, String(damaged), sent, ...scores]));
}

function readIn(folder: string, { repository, file }: Pick<RealDocument, "repository" | "file">): string {
  return readFileSync(path.join(folder, repository.replace("/", "+"), file), "utf8");
}
