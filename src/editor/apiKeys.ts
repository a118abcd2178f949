import type * as vscode from "vscode";

/** API keys in SecretStorage, each bound to one origin: an endpoint whose origin changes gets no old key. */
export interface ApiKeys {
  get(origin: string): Promise<string | undefined>;
  set(origin: string, key: string): Promise<void>;
  delete(origin: string): Promise<void>;
}

export function createApiKeys(secrets: vscode.SecretStorage): ApiKeys {
  const name = (origin: string) => `apiKey:${origin}`;
  return {
    get: async (origin) => secrets.get(name(origin)),
    set: async (origin, key) => secrets.store(name(origin), key),
    delete: async (origin) => secrets.delete(name(origin)),
  };
}
