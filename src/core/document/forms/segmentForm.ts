import { type LinesForm, writeLines } from "./linesForm.ts";
import { type QuotedForm, writeQuoted } from "./quotedForm.ts";
import { writeYaml, type YamlForm } from "./yamlForm.ts";

/**
 * How a translation is written in the place of its source: data, so that a segment can be sent to another thread.
 * `raw` as it is. What was taken off the source is put back such that the segment's own text gives the source again.
 */
export type SegmentForm = { readonly kind: "raw" } | LinesForm | QuotedForm | YamlForm;

/** The text as it stands in the document. */
export function writeSegment(form: SegmentForm, text: string): string {
  switch (form.kind) {
    case "raw":
      return text;
    case "lines":
      return writeLines(form, text);
    case "quoted":
      return writeQuoted(form, text);
    case "yaml":
      return writeYaml(form, text);
    default:
      return form satisfies never;
  }
}
