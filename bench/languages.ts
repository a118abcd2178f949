// How well languages are told apart, beside other detectors, how often Check Typography speaks up on published text,
// and how such text addresses its readers: `npm run bench:languages`, with `-- --texts DIR` on a folder of more texts
// (files that begin with a language's code, one sentence a line). Texts that aren't there are fetched once to
// ~/.cache/euroscribe/texts: manual pages and message catalogues with Debian's apt-get; where that isn't there, they
// are left out, and it says so.
import { parseArgs } from "node:util";
import { measureAddress } from "./languages/address.ts";
import { measureDetection } from "./languages/detection.ts";
import { loadDetectors } from "./languages/detectors.ts";
import { type Corpus, readCatalogues, readFolder, readManpages, readUdhr } from "./languages/texts.ts";
import { measureTypography } from "./languages/typography.ts";

const { values } = parseArgs({ options: { texts: { type: "string", multiple: true, default: [] } } });

const all = [readUdhr(), await readManpages(), await readCatalogues(), ...values.texts.map(readFolder)];
const corpora: readonly Corpus[] = all.filter(({ texts }) => texts.size > 0);
for (const { name, texts } of all)
  if (texts.size === 0) console.log(`left out: ${name} (Debian's apt-get isn't there)`);

await measureDetection(corpora, await loadDetectors());
await measureTypography(corpora);
measureAddress(corpora);
