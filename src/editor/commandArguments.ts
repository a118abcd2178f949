import * as v from "valibot";
import { AssistantError } from "../core/errors.ts";
import { findLanguage, type Locale } from "../core/languages.ts";
import { FORMALITIES, FORMS, STYLES } from "../core/writing/task.ts";

export const APPLY_WAYS = ["review", "replace", "insertBelow", "beside", "copy"] as const;
export type ApplyWay = (typeof APPLY_WAYS)[number];

/** Words of a summary: more of them, and no model keeps to their number. */
export const SHORTEST_SUMMARY = 3;
export const LONGEST_SUMMARY = 2000;

const locale = v.pipe(
  v.string(),
  v.transform((code) => findLanguage(code)?.code),
  v.check((code) => code !== undefined, "not one of the 24 official languages of the EU"),
  v.transform((code) => code as Locale),
);

const commandArguments = v.strictObject({
  to: v.optional(locale),
  from: v.optional(locale),
  formality: v.optional(v.picklist(FORMALITIES)),
  style: v.optional(v.picklist(STYLES)),
  instruction: v.optional(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000))),
  form: v.optional(v.picklist(FORMS)),
  length: v.optional(v.pipe(v.number(), v.integer(), v.minValue(SHORTEST_SUMMARY), v.maxValue(LONGEST_SUMMARY))),
  languages: v.optional(v.array(locale)),
  uris: v.optional(v.array(v.unknown())),
  apply: v.optional(v.picklist(APPLY_WAYS)),
});

/** The optional argument of the commands, for keybindings, other extensions and tests. */
export type CommandArguments = Partial<v.InferOutput<typeof commandArguments>>;

/**
 * Checks what a command was called with. A menu hands over the resource (a Uri, and the selected
 * Uris), which the selection commands don't need. Throws `invalidArguments` with the name of the field.
 */
export function parseArguments(value: unknown): CommandArguments {
  if (value === undefined || value === null || isUri(value)) return {};
  const result = v.safeParse(commandArguments, value);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const field = issue.path?.map((item) => String(item.key)).join(".") ?? "arguments";
  throw new AssistantError("invalidArguments", { reason: `${field}: ${issue.message}` });
}

function isUri(value: unknown): boolean {
  return typeof value === "object" && value !== null && "scheme" in value && "path" in value;
}
