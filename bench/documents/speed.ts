import { fork } from "node:child_process";
import { once } from "node:events";
import { growHeapSlowly } from "../../src/node/growHeapSlowly.ts";
import { pseudoTranslate } from "../../test/support/documents/pseudoTranslate.ts";
import { contextOfFormat, translateBy } from "../../test/support/documents/run.ts";

const PARAGRAPH = `## A heading of the section

Some words with **bold** ones, a [link](https://example.eu/page "Its title") and \`code\` in it,
that go on over the next line and end with {{ a.template }} and a stop.

> A quoted line, and
> another one.

| Name | Meaning |
|------|---------|
| \`a\` | the first of them |

\`\`\`js
const text = "not prose";
\`\`\`

`;
const ITEM = "- An item with **bold** words and a [link](https://example.eu)\n  - a nested item with `code`\n";
const KINDS = {
  mixed: (size: number) => PARAGRAPH.repeat(Math.ceil(size / PARAGRAPH.length)).slice(0, size),
  list: (size: number) => ITEM.repeat(Math.ceil(size / ITEM.length)).slice(0, size),
  "one line": (size: number) => "words and more of them, ".repeat(Math.ceil(size / 24)).slice(0, size),
} as const;
type Kind = keyof typeof KINDS;

const MEGABYTE = 2 ** 20;

/** Prints the local work for documents of one to ten megabytes, each in a process of its own, and its memory. */
export async function measureSpeed(script: string): Promise<void> {
  for (const kind of Object.keys(KINDS) as Kind[]) {
    for (const size of kind === "one line" ? [1] : [1, 3, 10]) {
      const child = fork(script, ["sized", kind, String(size)]);
      const [message] = await once(child, "message");
      child.disconnect();
      console.log(`${kind}, ${size} MB: ${message}`);
    }
  }
}

/** In the child, whose heap grows as the terminal program's does. The model's own time isn't counted: its answers are made beforehand, for there are few different ones. */
export async function runSized(kind: string, size: number): Promise<void> {
  growHeapSlowly();
  const text = KINDS[kind as Kind](size * MEGABYTE);
  const document = { format: "markdown", text } as const;
  const answers = new Map<string, string>();
  const answer = (sent: string) => {
    const known = answers.get(sent) ?? pseudoTranslate(sent, "accents", contextOfFormat("markdown"));
    if (answers.size < 1000) answers.set(sent, known);
    return known;
  };
  await translateBy({ ...document, text: text.slice(0, 20_000) }, answer);
  const began = process.cpuUsage();
  const start = performance.now();
  const { outcomes, counts } = await translateBy(document, answer, { memory: forgetful });
  const cpu = process.cpuUsage(began);
  const seconds = (performance.now() - start) / 1000;
  const rss = process.resourceUsage().maxRSS / 1024;
  process.send?.(
    `${seconds.toFixed(2)} s (${((cpu.user + cpu.system) / 1e6).toFixed(2)} s of processor), ${outcomes.length} segments, ` +
      `${counts.kept} kept, ${rss.toFixed(0)} MB at the most`,
  );
}

/** Each segment is to be worked on, though they repeat. */
const forgetful = { find: async () => undefined, store: async () => {} };
