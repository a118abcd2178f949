import { baseLanguage } from "../languages.ts";
import { ADDRESS_FORMS } from "../writing/address/addressForms.ts";
import { checkAddress } from "../writing/address/checkAddress.ts";
import { findAddress } from "../writing/address/findAddress.ts";
import type { Formality } from "../writing/task.ts";
import type { DocumentReading } from "./documentReading.ts";
import type { TranslateTask } from "./translateDocument.ts";
import type { SegmentTranslation } from "./translateSegment.ts";

/**
 * One way to address the reader throughout a document: the one that was asked for; else the source's own; else the one
 * that the target language's documents have; else the one that the first translations take.
 */
export class DocumentAddress {
  readonly #asked: TranslateTask;
  #formality: Formality;

  /** The sample is of the source, from its beginning. */
  constructor(asked: TranslateTask, sample: string) {
    this.#asked = asked;
    this.#formality = firstFormality(asked, sample);
  }

  /** What a model is to be asked. It may become more exact while a document is translated. */
  get task(): TranslateTask {
    return { ...this.#asked, formality: this.#formality };
  }

  /** The first translation that addresses the reader decides for those after it, where nothing else has. */
  learn({ text, outcome }: SegmentTranslation): void {
    if (this.#formality !== "auto" || outcome === "kept" || outcome === "unchanged") return;
    const to = baseLanguage(this.#asked.to);
    if (ADDRESS_FORMS[to]) this.#formality = addressOf(findAddress(text, to)) ?? "auto";
  }

  /** Flags the translations that address the reader in another way than the rest of the document. */
  flag({ segments }: DocumentReading, translations: readonly SegmentTranslation[]): readonly SegmentTranslation[] {
    const { task } = this;
    if (task.formality === "auto") return translations;
    return translations.map((translation, index) => {
      const { text: answer, outcome, findings } = translation;
      const isTold = findings.some(({ kind }) => kind === "register");
      if (isTold || outcome === "kept" || outcome === "unchanged") return translation;
      const found = checkAddress({ task, source: segments[index]?.text ?? "", answer });
      return found.length === 0 ? translation : { ...translation, findings: [...findings, ...found] };
    });
  }
}

function firstFormality({ to, from, formality }: TranslateTask, sample: string): Formality {
  const forms = ADDRESS_FORMS[baseLanguage(to)];
  if (formality !== "auto" || !forms) return formality;
  const own = from && addressOf(findAddress(sample, baseLanguage(from)));
  return own ?? forms.inDocuments ?? "auto";
}

/** `undefined` where a text addresses nobody, or in both ways. */
function addressOf({ formal, informal }: ReturnType<typeof findAddress>): "formal" | "informal" | undefined {
  if (formal.length > 0 === informal.length > 0) return undefined;
  return formal.length > 0 ? "formal" : "informal";
}
