/** Something that is loaded with its first use. What couldn't be loaded is tried anew with the next. */
export class Late<T> {
  readonly #load: () => Promise<T>;
  #loading: Promise<T> | undefined;

  constructor(load: () => Promise<T>) {
    this.#load = load;
  }

  get(): Promise<T> {
    if (this.#loading) return this.#loading;
    const loading = this.#load();
    this.#loading = loading;
    loading.catch(() => {
      this.#loading = undefined;
    });
    return loading;
  }

  /** Does this with what was loaded, or is being loaded; nothing where nothing is. */
  ifLoaded(use: (loaded: T) => void): void {
    this.#loading?.then(use, () => {});
  }
}
