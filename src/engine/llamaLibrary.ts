/**
 * What is used of node-llama-cpp 3.22 and of @huggingface/jinja 0.5, written down here because both are installed
 * beside the built engine (scripts/engineRuntime.mjs) and aren't there when the types are checked.
 */
export type Token = number;

export interface LlamaSequence {
  /** How many tokens are evaluated. */
  readonly nextTokenIndex: number;
  /** Forgets what doesn't agree with `tokens`. */
  adaptStateToTokens(tokens: readonly Token[], allowShift: boolean): Promise<void>;
  evaluateWithoutGeneratingNewTokens(tokens: readonly Token[]): Promise<void>;
  /** Yields one token after the other until the model ends its turn. */
  evaluate(tokens: readonly Token[], options: LlamaSampling): AsyncGenerator<Token, void>;
}

export interface LlamaSampling {
  readonly temperature: number;
  readonly topK?: number;
  readonly topP?: number;
  readonly minP?: number;
  readonly seed?: number;
}

export interface LlamaTokenizer {
  tokenize(text: string, specialTokens: boolean): Token[];
  detokenize(tokens: readonly Token[], specialTokens: boolean, lastTokens?: readonly Token[]): string;
  isSpecialToken(token: Token): boolean;
  readonly tokens: {
    readonly bos: Token | null;
    readonly bosString: string | null;
    readonly eosString: string | null;
    readonly shouldPrependBosToken: boolean;
  };
}

export interface LlamaModel extends LlamaTokenizer {
  readonly trainContextSize: number;
  readonly fileInfo: { readonly metadata?: { readonly tokenizer?: { readonly chat_template?: string } } };
  createContext(options: {
    readonly contextSize: number;
    readonly batchSize: number;
    readonly threads: number;
  }): Promise<{ readonly contextSize: number; getSequence(): LlamaSequence }>;
}

export interface Llama {
  readonly cpuMathCores: number;
  loadModel(options: { readonly modelPath: string }): Promise<LlamaModel>;
}

export interface LlamaOptions {
  readonly gpu: "auto" | false;
  readonly build: "never";
  readonly skipDownload: true;
  readonly progressLogs: false;
  /** 0: the context's own number of threads holds. */
  readonly maxThreads: 0;
  readonly logger: (level: string, message: string) => void;
}

export interface LlamaLibrary {
  getLlama(options: LlamaOptions): Promise<Llama>;
  readonly Template: new (source: string) => JinjaTemplate;
}

export interface JinjaTemplate {
  /** Throws what the template raises. */
  render(values: Readonly<Record<string, unknown>>): string;
}

/** Loads both packages; their names are no literals, so that no bundler looks for them. */
export async function loadLibrary(): Promise<LlamaLibrary> {
  const [llama, jinja] = ["node-llama-cpp", "@huggingface/jinja"].map((name) => import(name));
  const { getLlama } = (await llama) as Pick<LlamaLibrary, "getLlama">;
  const { Template } = (await jinja) as Pick<LlamaLibrary, "Template">;
  return { getLlama, Template };
}
