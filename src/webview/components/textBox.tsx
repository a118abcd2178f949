import { getLanguage, type Locale, listLanguages } from "../../core/languages.ts";
import { type Draft, LONGEST_TEXT } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { TEXT_ID } from "../focus.ts";
import { format } from "../format.ts";
import { languageTitle } from "../languageTitle.ts";

/** What will be sent: the selection, or what is typed in its place, with where it is from and its language. */
export function TextBox({ draft }: { readonly draft: Draft }) {
  const { labels, dispatch, send } = usePage();
  return (
    <section class="field">
      <div class="head">
        <label for={TEXT_ID}>{labels.text}</label>
        {draft.hasOtherSelection && (
          <button
            type="button"
            class="link"
            onClick={() => {
              // The extension was never told of a text that is too long for it, and would take the selection for that.
              if (draft.text.length > LONGEST_TEXT) dispatch({ kind: "typed", text: "" });
              send({ kind: "useSelection" });
            }}
          >
            {labels.useSelection}
          </button>
        )}
        {draft.text !== "" && draft.origin === "typed" && (
          <button type="button" class="link" onClick={() => dispatch({ kind: "typed", text: "" })}>
            {labels.clearText}
          </button>
        )}
      </div>
      <textarea
        id={TEXT_ID}
        class="text"
        value={draft.text}
        lang={draft.language ?? draft.detected ?? ""}
        dir="auto"
        rows={4}
        spellcheck={false}
        placeholder={labels.textPlaceholder}
        aria-describedby="origin"
        onInput={({ currentTarget }) => dispatch({ kind: "typed", text: currentTarget.value })}
      />
      <p id="origin" class="meta">
        {origin(draft, labels)}
      </p>
      {draft.text.trim() !== "" && <LanguageOfText draft={draft} />}
    </section>
  );
}

function origin(
  { origin: from, characters, selections, documentName, text }: Draft,
  labels: ReturnType<typeof usePage>["labels"],
) {
  if (from === "tooLong" || text.length > LONGEST_TEXT)
    return <span class="warning">{format(labels.tooLong, characters, LONGEST_TEXT)}</span>;
  if (text === "") return undefined;
  const where =
    from === "typed"
      ? labels.typed
      : selections > 1
        ? format(labels.selectionsIn, selections, documentName)
        : format(labels.selectionIn, documentName);
  return (
    <>
      <bdi>{where}</bdi> · {format(labels.characters, characters)}
    </>
  );
}

function LanguageOfText({ draft }: { readonly draft: Draft }) {
  const { labels, send } = usePage();
  const found = draft.detected ? format(labels.detected, getLanguage(draft.detected).endonym) : labels.notDetected;
  return (
    <label class="beside">
      <span class="meta">{labels.textLanguage}</span>
      <select
        id="text-language"
        value={draft.language ?? ""}
        onChange={({ currentTarget: { value } }) =>
          send({ kind: "setLanguage", ...(value !== "" && { language: value as Locale }) })
        }
      >
        <option value="">{found}</option>
        {listLanguages().map(({ code }) => (
          <option key={code} value={code}>
            {languageTitle(code)}
          </option>
        ))}
      </select>
    </label>
  );
}
