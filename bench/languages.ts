// How well languages are told apart, beside other detectors, how often Check Typography speaks up on published text,
// and how such text addresses its readers: `npm run bench:languages`, with `-- --texts DIR` on a folder of more texts
// (files that begin with a language's code: one sentence a line, or treebanks in CoNLL-U). Texts that aren't there are
// fetched once to ~/.cache/euroscribe/texts: manual pages and message catalogues with Debian's apt-get, locale files with
// Python's pip; where those aren't there, they are left out, and it says so.
// `npm run bench:languages -- model` instead has a real model behind llama-server translate and rewrite in all of the
// 24; `--model FILE` is another one, `--languages et,fi` are some of the 24, and with `--answers FILE` a run that was
// stopped goes on where it was. `model translations`, `model rewrites` and `model styles` are parts of it.
import { parseArgs } from "node:util";
import { LANGUAGE_CODES } from "../src/core/languages.ts";
import { measureAddress } from "./languages/address.ts";
import { measureDetection } from "./languages/detection.ts";
import { loadDetectors } from "./languages/detectors.ts";
import { measureFewWords } from "./languages/fewWords.ts";
import { measureHardCases } from "./languages/hardCases.ts";
import { measureRewrites, measureStyles, measureTranslations } from "./languages/model.ts";
import { type Corpus, readCatalogues, readFolder, readLocaleFiles, readManpages, readUdhr } from "./languages/texts.ts";
import { measureTypography } from "./languages/typography.ts";
import { DEFAULT_MODEL, withRealModel } from "./model/realModel.ts";

const { values, positionals } = parseArgs({
  options: {
    texts: { type: "string", multiple: true, default: [] },
    model: { type: "string", default: DEFAULT_MODEL },
    answers: { type: "string" },
    languages: { type: "string", default: LANGUAGE_CODES.join(",") },
  },
  allowPositionals: true,
});

if (positionals.includes("model")) {
  await withRealModel({ file: values.model, answers: values.answers }, async ({ model }) => {
    const languages = LANGUAGE_CODES.filter((code) => values.languages.split(",").includes(code));
    const isChosen = (part: string) => positionals.length === 1 || positionals.includes(part);
    if (isChosen("translations")) await measureTranslations(model, languages);
    if (isChosen("rewrites")) await measureRewrites(model, languages);
    if (isChosen("styles")) await measureStyles(model, languages);
  });
} else await measureWithoutModel();

async function measureWithoutModel(): Promise<void> {
  const all = [
    readUdhr(),
    await readManpages(),
    await readCatalogues(),
    await readLocaleFiles(),
    ...values.texts.map(readFolder),
  ];
  const corpora: readonly Corpus[] = all.filter(({ texts }) => texts.size > 0);
  for (const { name, texts } of all)
    if (texts.size === 0) console.log(`left out: ${name} (Debian's apt-get or Python's pip isn't there)`);

  await measureDetection(corpora, await loadDetectors());
  await measureFewWords(corpora);
  await measureHardCases(corpora);
  await measureTypography(corpora);
  measureAddress(corpora);
}
