/** What is looked up: hashes, so that a key says nothing about the text. */
export interface MemoryKey {
  /** Of the codec's version, the language pair, formality and the source without its URLs. Free of position. */
  readonly unit: string;
  /** Of what stands around it: tells duplicates apart. */
  readonly context: string;
}

/** What an entry was made with; it may be stale where these are others now. */
export interface MemoryStamps {
  readonly model: string;
  readonly prompt: number;
  readonly glossary?: string | undefined;
}

/** A pair as it is stored. Each URL is a mark (`￼1￼`), so that a changed link costs nothing. */
export interface MemoryEntry {
  readonly source: string;
  readonly target: string;
  readonly stamps: MemoryStamps;
}

export interface MemoryMatch {
  readonly entry: MemoryEntry;
  /** Whether it stood in the same context. */
  readonly kind: "context" | "exact";
}

/** The port to the translation memory. Where it is stored, and for how long, is its owner's business. */
export interface TranslationMemory {
  /** The entry of the same context, or else the latest of the same text. */
  find(key: MemoryKey): Promise<MemoryMatch | undefined>;
  /** Stores a verified pair; an entry of the same key is replaced. */
  store(key: MemoryKey, entry: MemoryEntry): Promise<void>;
}

/** A memory that lives as long as its owner keeps it. */
export function createMemory(): TranslationMemory {
  const units = new Map<string, Map<string, MemoryEntry>>();
  return {
    find: async ({ unit, context }) => {
      const entries = units.get(unit);
      const same = entries?.get(context);
      if (same) return { entry: same, kind: "context" };
      const latest = [...(entries?.values() ?? [])].at(-1);
      return latest && { entry: latest, kind: "exact" };
    },
    store: async ({ unit, context }, entry) => {
      const entries = units.get(unit) ?? new Map<string, MemoryEntry>();
      // Set anew, it is the latest.
      entries.delete(context);
      units.set(unit, entries.set(context, entry));
    },
  };
}
