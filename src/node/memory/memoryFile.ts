import * as v from "valibot";
import { createMemory, type TranslationMemory } from "../../core/memory/translationMemory.ts";
import { openJournal } from "./journal.ts";

export interface MemoryFileOptions {
  /** Called once when the file can't be written to any more: what is translated from there on isn't kept. */
  readonly onFault: () => void;
}

const line = v.object({
  unit: v.string(),
  context: v.string(),
  source: v.string(),
  target: v.string(),
  stamps: v.object({ model: v.string(), prompt: v.number(), glossary: v.optional(v.string()) }),
});

/** The translation memory of a project, kept in a file: each pair is there as soon as it is stored. */
export async function openMemoryFile(file: string, { onFault }: MemoryFileOptions): Promise<TranslationMemory> {
  const journal = await openJournal(file);
  const memory = createMemory();
  for (const value of journal.lines) {
    const parsed = v.safeParse(line, value);
    if (!parsed.success) continue;
    const { unit, context, ...entry } = parsed.output;
    await memory.store({ unit, context }, entry);
  }
  let isFaulty = false;
  return {
    find: memory.find,
    store: async (key, entry) => {
      await memory.store(key, entry);
      try {
        await journal.append({ ...key, ...entry });
      } catch {
        // The translation isn't lost, it can only not be resumed: the run goes on.
        if (!isFaulty) onFault();
        isFaulty = true;
      }
    },
  };
}
