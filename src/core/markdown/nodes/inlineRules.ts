import { decodeNamedCharacterReference } from "decode-named-character-reference";
import { decodeNumericCharacterReference } from "micromark-util-decode-numeric-character-reference";
import {
  addText,
  IDENTIFIER,
  identify,
  type NodeRule,
  type Rules,
  setValue,
  TEXT,
  TITLE,
  TITLE_PLACE,
  URL,
} from "./nodeRule.ts";

const LINK: NodeRule = { create: () => ({ type: "link", title: null, url: "", children: [] }) };
const BREAK: NodeRule = { create: () => ({ type: "break" }) };
const STRING: NodeRule = { setString: () => {} };

const TAIL: NodeRule = {
  enter: (nodes, token) => nodes.noteTail(token),
};

/** Its address is its text. */
function addressed(prefix: string): NodeRule {
  return {
    exit: (list, token, context) => {
      addText(list, token, context);
      if (list.top.node.type === "link") list.top.node.url = prefix + list.slice(token, context);
    },
  };
}

function checked(isChecked: boolean): NodeRule {
  return {
    exit: ({ outer }) => {
      if (outer?.node.type === "listItem") outer.node.checked = isChecked;
    },
  };
}

/** What stands in a line of text. */
export const INLINE_RULES: Rules = [...spans(), ...links(), ...texts()];

function spans(): Rules {
  return [
    ["emphasis", { create: () => ({ type: "emphasis", children: [] }) }],
    ["strong", { create: () => ({ type: "strong", children: [] }) }],
    ["strikethrough", { create: () => ({ type: "delete", children: [] }) }],
    ["hardBreakEscape", BREAK],
    ["hardBreakTrailing", BREAK],
    [
      "codeText",
      {
        create: () => ({ type: "inlineCode", value: "" }),
        setString: setValue,
        // A bar in a cell has a backslash, which isn't the code's (github.com/github/cmark-gfm, table extension).
        exit: (nodes) => {
          if (nodes.isInTable)
            nodes.string = nodes.string?.replace(/\\([\\|])/gu, (raw, bar) => (bar === "|" ? bar : raw));
        },
      },
    ],
    ["htmlText", { create: () => ({ type: "html", value: "" }), setString: setValue }],
    ["gfmFootnoteCall", { create: () => ({ type: "footnoteReference", identifier: "" }) }],
    ["gfmFootnoteCallString", IDENTIFIER],
    ["taskListCheckValueChecked", checked(true)],
    ["taskListCheckValueUnchecked", checked(false)],
  ];
}

function links(): Rules {
  return [
    ["autolink", LINK],
    ["literalAutolink", LINK],
    ["autolinkProtocol", addressed("")],
    ["autolinkEmail", addressed("mailto:")],
    ["literalAutolinkHttp", addressed("")],
    ["literalAutolinkWww", addressed("http://")],
    ["literalAutolinkEmail", addressed("mailto:")],
    ["link", { ...LINK, exit: (nodes) => nodes.settleReference() }],
    [
      "image",
      { create: () => ({ type: "image", title: null, url: "", alt: null }), exit: (nodes) => nodes.settleReference() },
    ],
    ["label", { enter: (nodes) => nodes.openLabel(), exit: (nodes) => nodes.closeLabel() }],
    ["labelText", { exit: (nodes, token, context) => nodes.refer("shortcut", identify(nodes.slice(token, context))) }],
    ["resource", { exit: (nodes) => nodes.unrefer() }],
    ["resourceMarker", TAIL],
    ["resourceDestinationString", URL],
    ["resourceTitle", TITLE_PLACE],
    ["resourceTitleString", TITLE],
    ["reference", { enter: (nodes) => nodes.refer("collapsed") }],
    ["referenceMarker", TAIL],
    [
      "referenceString",
      { ...STRING, exit: (nodes, token, context) => nodes.refer("full", identify(nodes.slice(token, context))) },
    ],
  ];
}

function texts(): Rules {
  return [
    ["data", TEXT],
    ["codeTextData", TEXT],
    ["htmlFlowData", TEXT],
    ["htmlTextData", TEXT],
    ["lineEnding", { exit: (nodes, token, context) => nodes.addLineEnding(context.sliceSerialize(token), token) }],
    // The text of an escape and of a reference to a character is the character; the place is that of the whole.
    [
      "characterEscape",
      { exit: (nodes, token, context) => nodes.addText(nodes.slice(token, context).slice(1), token) },
    ],
    [
      "characterReference",
      { exit: (nodes, token, context) => nodes.addText(decode(nodes.slice(token, context)), token) },
    ],
  ];
}

/** `&amp;`, `&#38;` or `&#x26;`. */
function decode(reference: string): string {
  const name = reference.slice(1, -1);
  if (!name.startsWith("#")) return decodeNamedCharacterReference(name) || reference;
  const isHexadecimal = /^#x/iu.test(name);
  return decodeNumericCharacterReference(name.slice(isHexadecimal ? 2 : 1), isHexadecimal ? 16 : 10);
}
