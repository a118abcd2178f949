import * as vscode from "vscode";
import { FORMS, type Form, STYLES, type Style, TASK_KINDS, type TaskKind } from "../../core/writing/task.ts";
import type { Labels } from "../../labels.ts";
import { formTitle } from "../pickForm.ts";
import { styleTitle } from "../pickStyle.ts";
import { taskTitle } from "../taskTitle.ts";

/** Everything that the page says by itself, in the user's language. */
export function readLabels(): Labels {
  return { ...textLabels(), ...taskLabels(), ...placeLabels(), ...answerLabels(), ...resultLabels() };
}

function textLabels() {
  return {
    text: vscode.l10n.t("Text"),
    textPlaceholder: vscode.l10n.t("Select text in an editor, or type or paste it here."),
    selectionIn: vscode.l10n.t("Selection in {0}", "{0}"),
    selectionsIn: vscode.l10n.t("{0} selections in {1}", "{0}", "{1}"),
    typed: vscode.l10n.t("Typed text"),
    tooLong: vscode.l10n.t(
      "The text has {0} characters, and the assistant takes up to {1} at once. Take less of it.",
      "{0}",
      "{1}",
    ),
    useSelection: vscode.l10n.t("Use Selection"),
    clearText: vscode.l10n.t("Clear Text"),
    characters: vscode.l10n.t("{0} characters", "{0}"),
    textLanguage: vscode.l10n.t("Language of the text"),
    detected: vscode.l10n.t("{0} (detected)", "{0}"),
    notDetected: vscode.l10n.t("Not known yet"),
  };
}

function taskLabels() {
  return {
    action: vscode.l10n.t("What to do"),
    actions: Object.fromEntries(TASK_KINDS.map((task) => [task, taskTitle(task)])) as Record<TaskKind, string>,
    into: vscode.l10n.t("Into"),
    languagePlaceholder: vscode.l10n.t("Type to find"),
    noSuchLanguage: vscode.l10n.t("None of the 24 languages is called that"),
    recentlyUsed: vscode.l10n.t("recently used"),
    allLanguages: vscode.l10n.t("all languages"),
    formality: vscode.l10n.t("Formality"),
    formalities: {
      auto: vscode.l10n.t("As in the text"),
      formal: vscode.l10n.t("Formal"),
      informal: vscode.l10n.t("Informal"),
    },
    style: vscode.l10n.t("Style"),
    styles: Object.fromEntries(STYLES.map((style) => [style, styleTitle(style)])) as Record<Style, string>,
    ownStyles: vscode.l10n.t("your own"),
    instruction: vscode.l10n.t("Instruction"),
    moreInstruction: vscode.l10n.t("Further instruction"),
    instructionPlaceholder: vscode.l10n.t("for example: for children"),
    form: vscode.l10n.t("Form"),
    forms: Object.fromEntries(FORMS.map((form) => [form, formTitle(form)])) as Record<Form, string>,
    sameLanguage: vscode.l10n.t("As in the text"),
  };
}

function placeLabels() {
  return {
    goesTo: vscode.l10n.t("Where the text goes"),
    changePlace: vscode.l10n.t("Change…"),
    loading: vscode.l10n.t("Reading the settings…"),
  };
}

function answerLabels() {
  return {
    missing: {
      text: vscode.l10n.t("Select, type or paste a text first."),
      language: vscode.l10n.t("Choose a language first."),
      instruction: vscode.l10n.t("Write an instruction first."),
    },
    cancel: vscode.l10n.t("Cancel"),
    waiting: vscode.l10n.t("Waiting for the first word…"),
    receiving: vscode.l10n.t("{0} characters so far", "{0}"),
    checking: vscode.l10n.t("Something was off. Asking once more…"),
    half: vscode.l10n.t("Half of it is there."),
    done: vscode.l10n.t("Done."),
    doneWithFindings: vscode.l10n.t("Done. To check: {0}", "{0}"),
    cancelled: vscode.l10n.t("Cancelled."),
    incomplete: vscode.l10n.t("Incomplete: this much had arrived."),
    help: vscode.l10n.t("Show How It Works"),
    emptyAnswer: vscode.l10n.t("Nothing is sent before you run an action. The answer then appears here."),
  };
}

function resultLabels() {
  return {
    view: vscode.l10n.t("View"),
    views: {
      changes: vscode.l10n.t("Changes"),
      result: vscode.l10n.t("Result"),
      original: vscode.l10n.t("Original"),
    },
    findings: vscode.l10n.t("Please check"),
    corrections: vscode.l10n.t("Corrections to keep: {0} of {1}", "{0}", "{1}"),
    keepAll: vscode.l10n.t("Keep All"),
    keepNone: vscode.l10n.t("Keep None"),
    apply: {
      replace: vscode.l10n.t("Replace Selection"),
      insertBelow: vscode.l10n.t("Insert Below"),
      copy: vscode.l10n.t("Copy"),
      beside: vscode.l10n.t("Open Beside"),
    },
    tryAgain: vscode.l10n.t("Try Again"),
    earlierTry: vscode.l10n.t("Earlier Try"),
    laterTry: vscode.l10n.t("Later Try"),
    tryOf: vscode.l10n.t("Try {0} of {1}", "{0}", "{1}"),
    refine: vscode.l10n.t("Refine"),
    refinePlaceholder: vscode.l10n.t("for example: shorter"),
    targets: {
      changed: vscode.l10n.t("The text was edited meanwhile, so it can't be replaced. You can copy the result."),
      gone: vscode.l10n.t("The document isn't there any more. You can copy the result."),
      readOnly: vscode.l10n.t("This document can't be edited. You can copy the result."),
      done: vscode.l10n.t("Replaced. One undo in the editor restores the original."),
    },
    history: vscode.l10n.t("History of this session"),
    clearHistory: vscode.l10n.t("Clear History"),
    pieces: {
      deleted: vscode.l10n.t("deleted:"),
      inserted: vscode.l10n.t("inserted:"),
      movedFrom: vscode.l10n.t("moved from here:"),
      movedTo: vscode.l10n.t("moved to here:"),
    },
  };
}
