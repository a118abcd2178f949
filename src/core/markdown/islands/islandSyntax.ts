import { markdownLineEnding, markdownSpace } from "micromark-util-character";
import type { Code, Construct, Effects, Extension, State, TokenizeContext, TokenType } from "micromark-util-types";
import type { MarkdownContext } from "../markdownContext.ts";
import { CONTAINER_STARTS, findContainerLine } from "./findContainerLine.ts";
import { FLOW_ISLAND_STARTS, findFlowIsland, findModuleCode } from "./findFlowIsland.ts";
import { type FoundIsland, findTextIsland, TEXT_ISLAND_STARTS } from "./findTextIsland.ts";
import type { IslandKind } from "./island.ts";

/** The text that is being read: constructs are made once for all texts, and look at it. */
export interface TextAtHand {
  text: string;
}

/** Constructs that begin a block: where none can begin, they are turned off. */
const BLOCKS = [
  "headingAtx",
  "setextUnderline",
  "thematicBreak",
  "blockQuote",
  "list",
  "codeFenced",
  "codeIndented",
  "htmlFlow",
  "definition",
  "table",
  "gfmFootnoteDefinition",
  "flowIsland",
  "indentedContainer",
];
const NOT_IN_MDX = ["codeIndented", "htmlFlow", "htmlText", "autolink"];

/**
 * Teaches micromark the islands of the text at hand. It finds them by patterns on the text, at the places where Markdown
 * looks for marks.
 */
export function islandSyntax(
  atHand: TextAtHand,
  { dialect, place }: Pick<MarkdownContext, "dialect" | "place">,
): Extension {
  const inText: Construct = {
    name: "textIsland",
    tokenize: tokenizeIsland((at) => findTextIsland(atHand.text, at, dialect)),
  };
  const inFlow: Construct = {
    name: "flowIsland",
    concrete: true,
    tokenize: tokenizeIsland((at, isInterrupting) => {
      const { text } = atHand;
      const isCode = dialect === "mdx" && !isInterrupting && (text[at] === "i" || text[at] === "e");
      return isCode ? findModuleCode(text, at) : findFlowIsland(text, at, dialect);
    }),
  };
  const disabled = [...(place === "block" ? [] : BLOCKS), ...(dialect === "mdx" ? NOT_IN_MDX : [])];
  return {
    text: byCode(TEXT_ISLAND_STARTS, inText),
    flow: byCode(FLOW_ISLAND_STARTS, inFlow),
    document: byCode(CONTAINER_STARTS, indentedContainer(atHand)),
    ...(disabled.length > 0 && { disable: { null: disabled } }),
  };
}

function byCode(starts: string, construct: Construct): Record<string, Construct> {
  return Object.fromEntries([...starts].map((start) => [start.charCodeAt(0), construct]));
}

const TOKENS = {
  tag: "islandTag",
  template: "islandTemplate",
  math: "islandMath",
  attributes: "islandAttributes",
  code: "islandCode",
  line: "islandLine",
  grid: "islandGrid",
} as const satisfies Record<IslandKind, TokenType>;

type FindIsland = (at: number, isInterrupting: boolean) => FoundIsland | undefined;

function tokenizeIsland(find: FindIsland): Construct["tokenize"] {
  const tokenize: Construct["tokenize"] = function (effects, ok, nok) {
    return (code) => {
      const found = find(this.now().offset, this.interrupt ?? false);
      if (!found) return nok(code);
      // That it would end a paragraph is all that is asked then.
      if (this.interrupt) return ok(code);
      const token = TOKENS[found.kind];
      effects.enter(token);
      return readTo({ context: this, effects, end: found.end }, (next) => {
        effects.exit(token);
        // What would reach out of its paragraph, cell or container is none.
        return this.now().offset < found.end ? nok(next) : ok(next);
      })(code);
    };
  };
  return tokenize;
}

interface Reach {
  readonly context: TokenizeContext;
  readonly effects: Effects;
  /** UTF-16 offset. */
  readonly end: number;
}

/** What micromark has for each column of a tab but the first. */
const REST_OF_TAB = -1;

/** Consumes all up to an offset: lines as tokens of their own, as micromark wants it, and no further than there is text. */
function readTo({ context, effects, end }: Reach, after: State): State {
  let at = context.now().offset;
  const start: State = (code) => {
    if (isOver(code)) return after(code);
    if (!markdownLineEnding(code)) {
      effects.enter("islandText");
      return inside(code);
    }
    effects.enter("lineEnding");
    effects.consume(code);
    effects.exit("lineEnding");
    // What containers put before a line is skipped.
    at = context.now().offset;
    return start;
  };
  const inside: State = (code) => {
    if (isOver(code) || markdownLineEnding(code)) {
      effects.exit("islandText");
      return start(code);
    }
    effects.consume(code);
    if (code !== REST_OF_TAB) at += 1;
    return inside;
  };
  const isOver = (code: Code) => code === null || at >= end;
  return start;
}

/** How far the lines of an indented container are indented, at the most and at the least. */
const INDENT = 4;
const LEAST_INDENT = 2;

function indentedContainer(atHand: TextAtHand): Construct {
  return {
    name: "indentedContainer",
    tokenize(effects, ok, nok) {
      return (code) => {
        const end = findContainerLine(atHand.text, this.now().offset);
        if (end === undefined) return nok(code);
        const container = effects.enter("indentedContainer");
        container._container = true;
        effects.enter("islandLine");
        return readTo({ context: this, effects, end }, (next) => {
          effects.exit("islandLine");
          return ok(next);
        })(code);
      };
    },
    continuation: { tokenize: continueIndented },
    exit: (effects) => {
      effects.exit("indentedContainer");
    },
  };
}

/** Either a blank line or an indented one. */
const continueIndented: Construct["tokenize"] = (effects, ok, nok) => {
  return effects.check(
    { tokenize: readBlank, partial: true },
    ok,
    effects.attempt({ tokenize: readIndent, partial: true }, ok, nok),
  );
};

const readBlank: Construct["tokenize"] = (effects, ok, nok) => {
  const blank: State = (code) => {
    if (code === null || markdownLineEnding(code)) {
      effects.exit("islandIndent");
      return ok(code);
    }
    if (!markdownSpace(code)) return nok(code);
    effects.consume(code);
    return blank;
  };
  return (code) => {
    if (code === null || markdownLineEnding(code)) return ok(code);
    effects.enter("islandIndent");
    return blank(code);
  };
};

const readIndent: Construct["tokenize"] = (effects, ok, nok) => {
  let size = 0;
  const indent: State = (code) => {
    if (markdownSpace(code) && size < INDENT) {
      size += 1;
      effects.consume(code);
      return indent;
    }
    effects.exit("islandIndent");
    return size < LEAST_INDENT ? nok(code) : ok(code);
  };
  return (code) => {
    if (!markdownSpace(code)) return nok(code);
    effects.enter("islandIndent");
    return indent(code);
  };
};
