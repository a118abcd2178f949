import type { Image, Link, Nodes, ReferenceType, Root, Text } from "mdast";
import type { Token, TokenizeContext } from "micromark-util-types";
import type { PlacedNode } from "../placedNode.ts";

type Draft = { -readonly [Key in keyof PlacedNode]: PlacedNode[Key] };

/** A node that is open, or the label of one. */
interface OpenNode {
  readonly placed: Draft;
  readonly children: Nodes[];
  /** Whether a line ending in it is text. */
  readonly holdsLines: boolean;
  /** How many nodes there were when it was opened. */
  readonly first: number;
}

const HOLDING_LINES: readonly string[] = ["paragraph", "heading", "emphasis", "strong", "delete"];

/** The nodes of a text as they are found, parents before their children. */
export class NodeList {
  readonly placed: Draft[] = [];
  /** What is read as a string and not as nodes: code, HTML, an address, a title, a label. */
  string: string | undefined;
  /** Line endings between a heading and its underline belong to neither. */
  isBeforeUnderline = false;
  isInTable = false;
  readonly #text: string;
  readonly #from: number;
  readonly #open: OpenNode[] = [];
  readonly #references = new Map<Draft, { readonly kind: ReferenceType; readonly identifier: string }>();
  #break: Draft | undefined;

  /** Offsets are given as those of a text in which this one begins at `from`. */
  constructor(text: string, from: number) {
    this.#from = from;
    // As micromark reads it (CommonMark 0.31.2, section 2.3).
    this.#text = text.includes("\0") ? text.replaceAll("\0", "\uFFFD") : text;
    const root: Root = { type: "root", children: [] };
    this.#push(this.#place(root, 0, text.length));
  }

  /** The node that is open, or whose label is. */
  get top(): Draft {
    return this.#top.placed;
  }

  get outer(): Draft | undefined {
    return this.#open.at(-2)?.placed;
  }

  open(node: Nodes, { start, end }: Token): void {
    node.position = { start, end };
    const placed = this.#place(node, start.offset, end.offset);
    this.#top.children.push(node);
    this.#push(placed);
  }

  close({ end }: Pick<Token, "end">): void {
    const { placed } = this.#pop();
    if (placed.node.position) placed.node.position.end = end;
    placed.end = this.#from + end.offset;
    if (placed.node.type === "break") this.#break = placed;
  }

  /** What is found up to its end is in the label of the node that is open. */
  openLabel(): void {
    const { placed } = this.#top;
    const children = "children" in placed.node ? (placed.node.children as Nodes[]) : [];
    this.#open.push({ placed, children, holdsLines: true, first: this.placed.length });
  }

  /** A picture has a text, and no nodes in it. */
  closeLabel(): void {
    const { placed, children, first } = this.#pop();
    if (placed.node.type !== "image") return;
    placed.node.alt = children.map(textOf).join("");
    this.placed.length = first;
  }

  /** Where the address or the label of the link or picture that is open begins: its first mark. */
  noteTail({ start }: Token): void {
    this.top.tail ??= this.#from + start.offset;
  }

  noteTitle({ start, end }: Token): void {
    this.top.title = { start: this.#from + start.offset, end: this.#from + end.offset };
  }

  /** The link or picture that is open refers to a definition by a label, or by its text. */
  refer(kind: ReferenceType, identifier?: string): void {
    const known = this.#references.get(this.top)?.identifier ?? "";
    this.#references.set(this.top, { kind, identifier: identifier ?? known });
  }

  /** It has an address of its own. */
  unrefer(): void {
    this.#references.delete(this.top);
  }

  /** Before it is closed. */
  settleReference(): void {
    const { top } = this;
    const reference = this.#references.get(top);
    if (!reference) return;
    this.#references.delete(top);
    const { kind: referenceType, identifier } = reference;
    const { type, url, title, ...rest } = top.node as Link | Image;
    // The nodes in it have it for their parent: it stays the same object.
    Object.assign(top.node, rest, { type: `${type}Reference`, referenceType, identifier });
    for (const key of Object.keys({ url, title })) Reflect.deleteProperty(top.node, key);
  }

  /** Adds to the string that is read, or else to the text of the node that is open. */
  addText(value: string, { start, end }: Token): void {
    if (this.string !== undefined) {
      this.string += value;
      return;
    }
    const { children } = this.#top;
    const last = this.placed.at(-1);
    if (last?.node.type === "text" && children.at(-1) === last.node) {
      last.node.value += value;
      last.end = this.#from + end.offset;
      if (last.node.position) last.node.position.end = end;
      return;
    }
    const node: Text = { type: "text", value, position: { start, end } };
    this.#place(node, start.offset, end.offset);
    children.push(node);
  }

  addLineEnding(value: string, token: Token): void {
    if (this.#break) {
      this.#break.end = this.#from + token.end.offset;
      if (this.#break.node.position) this.#break.node.position.end = token.end;
      this.#break = undefined;
    } else if (this.string !== undefined || (!this.isBeforeUnderline && this.#top.holdsLines))
      this.addText(value, token);
  }

  /** What has been read as a string since it was begun. */
  takeString(): string {
    const taken = this.string ?? "";
    this.string = undefined;
    return taken;
  }

  /** A token's characters, without what its containers put before its lines. */
  slice(token: Token, context: TokenizeContext): string {
    const { start, end } = token;
    // What begins within a tab begins with as many blanks as are left of it.
    if (start.line !== end.line || this.#text.charCodeAt(start.offset - 1) === TAB)
      return context.sliceSerialize(token);
    return this.#text.slice(start.offset, end.offset);
  }

  /** The box of a task is none of its text, nor is the blank behind it. */
  leaveOutBox(): void {
    const { placed, children, first } = this.#top;
    const item = this.outer?.node;
    if (item?.type !== "listItem" || typeof item.checked !== "boolean") return;
    if (item.children.find(({ type }) => type === "paragraph") !== placed.node) return;
    const [head] = children;
    const text = this.placed[first];
    if (head?.type !== "text" || text?.node !== head) return;
    head.value = head.value.slice(1);
    if (head.value === "") {
      children.shift();
      this.placed.splice(first, 1);
      return;
    }
    text.start += 1;
    placed.start = text.start;
    if (head.position && placed.node.position) {
      const { start } = head.position;
      head.position.start = { ...start, column: start.column + 1, offset: text.start - this.#from };
      placed.node.position.start = head.position.start;
    }
  }

  get #top(): OpenNode {
    const top = this.#open.at(-1);
    if (!top) throw new RangeError("the root was closed");
    return top;
  }

  #place(node: Nodes, start: number, end: number): Draft {
    const outer = this.#open.at(-1)?.placed;
    const depth = outer ? outer.depth + 1 : 0;
    const range = { start: this.#from + start, end: this.#from + end };
    const placed: Draft = { node, parent: outer?.node, depth, ...range, tail: undefined, title: undefined };
    this.placed.push(placed);
    return placed;
  }

  #push(placed: Draft): void {
    const { node } = placed;
    const children = "children" in node ? (node.children as Nodes[]) : [];
    this.#open.push({ placed, children, holdsLines: HOLDING_LINES.includes(node.type), first: this.placed.length });
  }

  #pop(): OpenNode {
    const top = this.#top;
    this.#open.pop();
    return top;
  }
}

const TAB = 9;

function textOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if ("alt" in node) return node.alt ?? "";
  return "children" in node ? node.children.map(textOf).join("") : "";
}
