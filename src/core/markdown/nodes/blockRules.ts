import type { AlignType, Nodes } from "mdast";
import type { Token } from "micromark-util-types";
import { IDENTIFIER, type NodeRule, type Rules, setValue, TEXT, TITLE, TITLE_PLACE, URL } from "./nodeRule.ts";

const CELL: NodeRule = { create: () => ({ type: "tableCell", children: [] }) };
const ROW: NodeRule = { create: () => ({ type: "tableRow", children: [] }) };
/** Blocks, and what tells of what kind they are. */
export const BLOCK_RULES: Rules = [...blocks(), ...headingMarks(), ...codeBlocks(), ...tables()];

function blocks(): Rules {
  const heading = (): Nodes => ({ type: "heading", depth: 0 as 1, children: [] });
  const list = (ordered: boolean): NodeRule => ({
    create: () => ({ type: "list", ordered, start: null, children: [] }),
  });
  return [
    ["paragraph", { create: () => ({ type: "paragraph", children: [] }), exit: (nodes) => nodes.leaveOutBox() }],
    ["blockQuote", { create: () => ({ type: "blockquote", children: [] }) }],
    ["thematicBreak", { create: () => ({ type: "thematicBreak" }) }],
    ["listOrdered", list(true)],
    ["listUnordered", list(false)],
    [
      "listItemValue",
      {
        enter: (nodes, token, context) => {
          const node = nodes.outer?.node;
          if (node?.type === "list" && node.start === null)
            node.start = Number.parseInt(nodes.slice(token, context), 10);
        },
      },
    ],
    ["atxHeading", { create: heading }],
    ["setextHeading", { create: heading }],
    ["htmlFlow", { create: () => ({ type: "html", value: "" }), setString: setValue }],
    ["gfmFootnoteDefinition", { create: () => ({ type: "footnoteDefinition", identifier: "", children: [] }) }],
    ["gfmFootnoteDefinitionLabelString", IDENTIFIER],
    ["definition", { create: () => ({ type: "definition", identifier: "", title: null, url: "" }) }],
    ["definitionLabelString", IDENTIFIER],
    ["definitionDestinationString", URL],
    ["definitionTitle", TITLE_PLACE],
    ["definitionTitleString", TITLE],
  ];
}

function headingMarks(): Rules {
  return [
    [
      "atxHeadingSequence",
      {
        exit: ({ top: { node } }, { start, end }) => {
          if (node.type === "heading" && !node.depth) node.depth = (end.offset - start.offset) as 1;
        },
      },
    ],
    [
      "setextHeadingText",
      {
        exit: (nodes) => {
          nodes.isBeforeUnderline = true;
        },
      },
    ],
    [
      "setextHeadingLineSequence",
      {
        exit: (nodes, token, context) => {
          const { node } = nodes.top;
          if (node.type === "heading") node.depth = nodes.slice(token, context).startsWith("=") ? 1 : 2;
          nodes.isBeforeUnderline = false;
        },
      },
    ],
  ];
}

function codeBlocks(): Rules {
  const create = (): Nodes => ({ type: "code", lang: null, meta: null, value: "" });
  const value = (node: Nodes, code: string) => setValue(node, code.replace(/(?:\r?\n|\r)$/u, ""));
  return [
    ["codeIndented", { create, setString: value }],
    [
      "codeFenced",
      {
        create,
        exit: (nodes) => value(nodes.top.node, nodes.takeString().replace(/^(?:\r?\n|\r)/u, "")),
      },
    ],
    [
      "codeFencedFence",
      {
        // What is between the fences begins behind the first one.
        exit: (nodes) => {
          nodes.string ??= "";
        },
      },
    ],
    [
      "codeFencedFenceInfo",
      {
        setString: (node, lang) => {
          if (node.type === "code") node.lang = lang;
        },
      },
    ],
    [
      "codeFencedFenceMeta",
      {
        setString: (node, meta) => {
          if (node.type === "code") node.meta = meta;
        },
      },
    ],
    ["codeFlowValue", TEXT],
  ];
}

function tables(): Rules {
  return [
    [
      "table",
      {
        create: (token) => ({ type: "table", align: alignOf(token), children: [] }),
        enter: (nodes) => {
          nodes.isInTable = true;
        },
        exit: (nodes) => {
          nodes.isInTable = false;
        },
      },
    ],
    ["tableRow", ROW],
    ["tableData", CELL],
    ["tableHeader", CELL],
  ];
}

function alignOf(token: Token & { readonly _align?: readonly (NonNullable<AlignType> | "none")[] }): AlignType[] {
  return (token._align ?? []).map((one) => (one === "none" ? null : one));
}
