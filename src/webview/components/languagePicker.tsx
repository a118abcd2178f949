import { useEffect, useRef, useState } from "preact/hooks";
import type { Language, Locale } from "../../core/languages.ts";
import { usePage } from "../context.ts";
import { findLanguages } from "../findLanguages.ts";
import { languageTitle } from "../languageTitle.ts";

interface Props {
  readonly id: string;
  readonly label: string;
  readonly value: Locale | undefined;
  readonly recent: readonly Locale[];
  /** What stands for no language, where that is a choice. */
  readonly none?: string | undefined;
  readonly onPick: (value: Locale | undefined) => void;
}

/** One of the 24: a field to type a name into, in itself or in English, with the list of those that fit. */
export function LanguagePicker({ id, label, value, recent, none, onPick }: Props) {
  const { labels } = usePage();
  const list = useList({ recent, none, onPick });
  const { isOpen, typed, found, active } = list;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // In a low window it opens below what shows.
    if (isOpen) box.current?.scrollIntoView({ block: "nearest" });
  }, [isOpen]);
  return (
    <div class="field picker">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        role="combobox"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && active ? optionId(id, active) : undefined}
        placeholder={labels.languagePlaceholder}
        value={isOpen ? typed : value ? languageTitle(value) : (none ?? "")}
        onClick={list.open}
        onInput={({ currentTarget }) => list.type(currentTarget.value)}
        onFocus={({ currentTarget }) => currentTarget.select()}
        onBlur={list.close}
        onKeyDown={list.onKeyDown}
      />
      <div
        id={`${id}-list`}
        ref={box}
        role="listbox"
        tabIndex={-1}
        aria-label={label}
        class="options"
        hidden={!isOpen}
        // To scroll it isn't to leave the field, which closes it.
        onMouseDown={(event) => event.preventDefault()}
      >
        {isOpen && (
          <Options id={id} options={found} active={active} recent={typed === "" ? recent : []} onPick={list.pick} />
        )}
      </div>
    </div>
  );
}

/** What is typed, which options fit it, and which of them Enter would pick. */
function useList({ recent, none, onPick }: Pick<Props, "recent" | "none" | "onPick">) {
  const [typed, setTyped] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [index, setIndex] = useState(0);
  const found = optionsFor(typed, recent, none);
  const show = (text: string) => {
    setTyped(text);
    setIndex(0);
    setOpen(true);
  };
  const close = () => {
    show("");
    setOpen(false);
  };
  const pick = (option: Option | undefined) => {
    if (option) onPick(option.language?.code);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key]?.(index, found.length);
    if (event.key === "Enter" && isOpen && !event.ctrlKey && !event.metaKey) pick(found[index]);
    else if (event.key === "Escape" && isOpen) close();
    else if (step !== undefined) {
      setOpen(true);
      setIndex(isOpen ? step : 0);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { typed, isOpen, found, active: found[index], open: () => setOpen(true), type: show, close, pick, onKeyDown };
}

/** A language, or none. */
interface Option {
  readonly title: string;
  readonly language: Language | undefined;
}

const STEPS: Readonly<Record<string, (active: number, count: number) => number>> = {
  ArrowDown: (active, count) => Math.min(active + 1, count - 1),
  ArrowUp: (active) => Math.max(active - 1, 0),
  PageDown: (active, count) => Math.min(active + 8, count - 1),
  PageUp: (active) => Math.max(active - 8, 0),
};

function optionsFor(typed: string, recent: readonly Locale[], none: string | undefined): readonly Option[] {
  const languages = findLanguages(typed, recent).map((language) => ({ title: language.endonym, language }));
  return none !== undefined && typed === "" ? [{ title: none, language: undefined }, ...languages] : languages;
}

interface OptionsProps {
  readonly id: string;
  readonly options: readonly Option[];
  readonly active: Option | undefined;
  readonly recent: readonly Locale[];
  readonly onPick: (option: Option) => void;
}

function Options({ id, options, active, recent, onPick }: OptionsProps) {
  const { labels } = usePage();
  if (options.length === 0) return <p class="meta">{labels.noSuchLanguage}</p>;
  const isRecent = ({ language }: Option) => language !== undefined && recent.includes(language.code);
  const groups = [
    { title: "", options: options.filter(({ language }) => !language) },
    { title: labels.recentlyUsed, options: options.filter(isRecent) },
    {
      title: recent.length > 0 ? labels.allLanguages : "",
      options: options.filter((one) => one.language && !isRecent(one)),
    },
  ];
  return groups
    .filter((group) => group.options.length > 0)
    .map((group) => (
      // biome-ignore lint/a11y/useSemanticElements: a list box has groups, and a fieldset isn't one of its parts.
      <div key={group.title} role="group" aria-label={group.title || undefined}>
        {group.title !== "" && (
          <div class="group" aria-hidden="true">
            {group.title}
          </div>
        )}
        {group.options.map((option) => (
          <OptionRow key={option.title} id={id} option={option} isActive={option === active} onPick={onPick} />
        ))}
      </div>
    ));
}

interface OptionRowProps {
  readonly id: string;
  readonly option: Option;
  readonly isActive: boolean;
  readonly onPick: (option: Option) => void;
}

function OptionRow({ id, option, isActive, onPick }: OptionRowProps) {
  return (
    <div
      id={optionId(id, option)}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      class={isActive ? "option active" : "option"}
      ref={(row) => {
        if (isActive) row?.scrollIntoView({ block: "nearest" });
      }}
      // Before the field loses the focus, which closes the list.
      onMouseDown={(event) => {
        event.preventDefault();
        onPick(option);
      }}
    >
      <span lang={option.language?.code}>{option.title}</span>
      {option.language && option.language.englishName !== option.title && (
        <span class="meta">{option.language.englishName}</span>
      )}
    </div>
  );
}

function optionId(id: string, { language }: Option): string {
  return `${id}-${language?.code ?? "none"}`;
}
