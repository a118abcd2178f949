import type { Locale } from "../../core/languages.ts";
import { FORMALITIES, FORMS, STYLES, TASK_KINDS } from "../../core/writing/task.ts";
import { type Choices, type Draft, LONGEST_INSTRUCTION } from "../../protocol.ts";
import { usePage } from "../context.ts";
import { LanguagePicker } from "./languagePicker.tsx";
import { Select } from "./select.tsx";

interface Props {
  readonly choices: Choices;
  readonly draft: Draft;
  readonly recent: readonly Locale[];
}

/** What to do with the text, and how. */
export function ActionFields(props: Props) {
  const { labels, dispatch } = usePage();
  return (
    <>
      <fieldset class="field">
        <legend>{labels.action}</legend>
        <div class="actions">
          {TASK_KINDS.map((task) => (
            <label key={task} class="action">
              <input
                type="radio"
                name="task"
                value={task}
                checked={props.choices.task === task}
                onChange={() => dispatch({ kind: "chose", choices: { task } })}
              />
              <span>{labels.actions[task]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <Options {...props} />
    </>
  );
}

function Options(props: Props) {
  switch (props.choices.task) {
    case "translate":
      return <TranslateOptions {...props} />;
    case "correct":
      return null;
    case "rewrite":
      return <RewriteOptions {...props} />;
    case "summarize":
      return <SummarizeOptions {...props} />;
    default:
      return props.choices.task satisfies never;
  }
}

function TranslateOptions({ choices, recent }: Props) {
  const { labels, dispatch } = usePage();
  const onPick = (to: Locale | undefined) => dispatch({ kind: "chose", choices: { to } });
  return (
    <div class="pair">
      <LanguagePicker id="to" label={labels.into} value={choices.to} recent={recent} onPick={onPick} />
      <Select
        id="formality"
        label={labels.formality}
        value={choices.formality}
        options={FORMALITIES}
        titles={labels.formalities}
        onChange={(formality) => dispatch({ kind: "chose", choices: { formality } })}
      />
    </div>
  );
}

function RewriteOptions({ choices, draft }: Props) {
  const { labels, dispatch } = usePage();
  return (
    <div class="pair">
      <Select
        id="style"
        label={labels.style}
        value={choices.style}
        options={STYLES}
        titles={labels.styles}
        onChange={(style) => dispatch({ kind: "chose", choices: { style } })}
      />
      <Instruction label={choices.style === "custom" ? labels.instruction : labels.moreInstruction} draft={draft} />
    </div>
  );
}

function SummarizeOptions({ choices, recent }: Props) {
  const { labels, dispatch } = usePage();
  const onPick = (summaryLanguage: Locale | undefined) => dispatch({ kind: "chose", choices: { summaryLanguage } });
  return (
    <div class="pair">
      <Select
        id="form"
        label={labels.form}
        value={choices.form}
        options={FORMS}
        titles={labels.forms}
        onChange={(form) => dispatch({ kind: "chose", choices: { form } })}
      />
      <LanguagePicker
        id="summary-language"
        label={labels.into}
        value={choices.summaryLanguage}
        recent={recent}
        none={labels.sameLanguage}
        onPick={onPick}
      />
    </div>
  );
}

function Instruction({ label, draft }: { readonly label: string; readonly draft: Draft }) {
  const { labels, dispatch } = usePage();
  return (
    <label class="field">
      <span>{label}</span>
      <input
        id="instruction"
        type="text"
        value={draft.instruction}
        maxLength={LONGEST_INSTRUCTION}
        placeholder={labels.instructionPlaceholder}
        onInput={({ currentTarget: { value } }) => dispatch({ kind: "instructed", instruction: value })}
      />
    </label>
  );
}
