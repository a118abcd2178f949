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
  /** The user's own. */
  readonly styles: readonly { readonly name: string; readonly instruction: string }[];
}

/** Before the name of a style of the user's own, to tell it from the others. */
const OWN = "own:";

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

function RewriteOptions({ choices, draft, styles }: Props) {
  const { labels, dispatch } = usePage();
  const onChange = (value: string) => {
    const own = styles.find(({ name }) => value === `${OWN}${name}`);
    const style = own ? "custom" : STYLES.find((one) => one === value);
    if (style) dispatch({ kind: "chose", choices: { style } });
    // A style of the user's own is an instruction with a name: its words are shown before they are sent.
    if (own) dispatch({ kind: "instructed", instruction: own.instruction });
  };
  const own = styles.find(({ instruction }) => choices.style === "custom" && instruction === draft.instruction);
  return (
    <div class="pair">
      <label class="field">
        <span>{labels.style}</span>
        <select
          id="style"
          value={own ? `${OWN}${own.name}` : choices.style}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {STYLES.map((style) => (
            <option key={style} value={style}>
              {labels.styles[style]}
            </option>
          ))}
          {styles.length > 0 && (
            <optgroup label={labels.ownStyles}>
              {styles.map(({ name }) => (
                <option key={name} value={`${OWN}${name}`}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
        </select>
      </label>
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
