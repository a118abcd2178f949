/** A memento in memory; what it holds is a copy, as in the editor's. */
export function memoryState(initial: Readonly<Record<string, unknown>> = {}) {
  const values = new Map<string, unknown>(Object.entries(structuredClone(initial)));
  const get = <T>(key: string, fallback?: T): T => (values.has(key) ? structuredClone(values.get(key)) : fallback) as T;
  return {
    get,
    update: async (key: string, value: unknown) => {
      values.set(key, structuredClone(value));
    },
    values,
  };
}
