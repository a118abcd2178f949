import type { LanguageCode } from "./languages.ts";
import type { OpenModel } from "./openModel.ts";
import { TASK_KINDS } from "./writing/task.ts";

const UNKNOWN = {
  licence: undefined,
  openness: undefined,
  languages: undefined,
  weak: [],
  contextTokens: undefined,
  systemRole: undefined,
  prompts: undefined,
  contextPairs: undefined,
  reasoning: undefined,
  messages: undefined,
  tasks: undefined,
} as const;

const EUROLLM = {
  ...UNKNOWN,
  licence: "Apache-2.0",
  openness: "weights",
  languages: "all",
  systemRole: "taken",
  prompts: "instructions",
  reasoning: "none",
} as const;

const TILDEOPEN = {
  ...UNKNOWN,
  licence: "CC-BY-4.0",
  openness: "weights",
  // biome-ignore format: a list of 23 lines says no more than two.
  languages: [
    "bg", "cs", "da", "de", "en", "es", "et", "fi", "fr", "ga", "hr", "hu",
    "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
  ],
  prompts: "none",
  reasoning: "none",
} as const;

/** Smaller languages that the measured Mistral and Qwen models are weak in. */
const SMALL: readonly LanguageCode[] = ["et", "ga", "lt", "lv", "mt"];

/** The first row whose names fit is the model's: so the particular stands before the general. */
export const OPEN_MODELS: readonly OpenModel[] = [
  {
    ...UNKNOWN,
    id: "openeurollm",
    // There is no assistant of it yet: what it will be is filled in when it comes.
    name: "OpenEuroLLM",
    names: /openeurollm|open-euro-llm/,
    source: "https://openeurollm.eu",
  },
  {
    ...EUROLLM,
    id: "eurollm-1.7b",
    name: "EuroLLM 1.7B Instruct",
    names: /eurollm-1\.7b/,
    contextTokens: 4096,
    // It follows next to no instruction but "translate" (IFEval 10).
    prompts: "translation",
    tasks: ["translate"],
    source: "https://huggingface.co/utter-project/EuroLLM-1.7B-Instruct",
  },
  {
    ...EUROLLM,
    id: "eurollm-22b",
    name: "EuroLLM 22B Instruct",
    names: /eurollm-22b/,
    contextTokens: 32_768,
    contextPairs: true,
    tasks: TASK_KINDS,
    source: "https://huggingface.co/utter-project/EuroLLM-22B-Instruct-2512",
  },
  {
    ...EUROLLM,
    id: "eurollm-9b",
    name: "EuroLLM 9B Instruct",
    names: /eurollm/,
    contextPairs: true,
    tasks: TASK_KINDS,
    source: "https://huggingface.co/utter-project/EuroLLM-9B-Instruct",
  },
  {
    ...UNKNOWN,
    id: "apertus",
    name: "Apertus Instruct",
    names: /apertus/,
    licence: "Apache-2.0",
    openness: "everything",
    contextTokens: 65_536,
    prompts: "instructions",
    tasks: TASK_KINDS,
    source: "https://huggingface.co/swiss-ai/Apertus-8B-Instruct-2509",
  },
  {
    ...UNKNOWN,
    id: "teuken-7b-research",
    name: "Teuken 7B Instruct (research)",
    names: /teuken-7b-instruct-research/,
    licence: "research only",
    openness: "weights",
    languages: "all",
    contextTokens: 4096,
    prompts: "instructions",
    source: "https://huggingface.co/openGPT-X/Teuken-7B-instruct-research-v0.4",
  },
  {
    ...UNKNOWN,
    id: "teuken-7b",
    name: "Teuken 7B Instruct",
    names: /teuken/,
    licence: "Apache-2.0",
    openness: "weights",
    languages: "all",
    contextTokens: 4096,
    prompts: "instructions",
    source: "https://huggingface.co/openGPT-X/Teuken-7B-instruct-commercial-v0.4",
  },
  {
    ...UNKNOWN,
    id: "salamandra",
    name: "Salamandra Instruct",
    names: /salamandra/,
    licence: "Apache-2.0",
    openness: "weights",
    languages: "all",
    contextTokens: 8192,
    systemRole: "taken",
    prompts: "instructions",
    source: "https://huggingface.co/BSC-LT/salamandra-7b-instruct",
  },
  {
    ...TILDEOPEN,
    id: "tildeopen-64k",
    name: "TildeOpen 30B 64k",
    names: /tildeopen-30b-64k/,
    contextTokens: 65_536,
    source: "https://huggingface.co/TildeAI/TildeOpen-30b-64k",
  },
  {
    ...TILDEOPEN,
    id: "tildeopen",
    name: "TildeOpen 30B",
    names: /tildeopen/,
    contextTokens: 8192,
    source: "https://huggingface.co/TildeAI/TildeOpen-30b",
  },
  {
    ...UNKNOWN,
    id: "mistral-small",
    name: "Mistral Small",
    names: /mistral-small/,
    licence: "Apache-2.0",
    openness: "weights",
    weak: SMALL,
    contextTokens: 131_072,
    systemRole: "taken",
    prompts: "instructions",
    contextPairs: true,
    tasks: TASK_KINDS,
    source: "https://huggingface.co/mistralai/Mistral-Small-3.2-24B-Instruct-2506",
  },
  {
    ...UNKNOWN,
    id: "mistral-7b",
    name: "Mistral 7B Instruct",
    names: /^mistral$|mistral-7b|^mistral-(?:latest|instruct)/,
    licence: "Apache-2.0",
    openness: "weights",
    weak: SMALL,
    contextTokens: 32_768,
    systemRole: "refused",
    prompts: "instructions",
    reasoning: "none",
    source: "https://huggingface.co/mistralai/Mistral-7B-Instruct-v0.3",
  },
  {
    ...UNKNOWN,
    id: "translategemma",
    name: "TranslateGemma",
    names: /translategemma|translate-gemma/,
    licence: "Gemma",
    openness: "weights",
    // biome-ignore format: a list of 22 lines says no more than two.
    languages: [
      "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "hr", "hu",
      "it", "lt", "lv", "nl", "pl", "pt", "ro", "sk", "sl", "sv",
    ],
    // Its card: 2K tokens of input.
    contextTokens: 2048,
    systemRole: "refused",
    prompts: "translation",
    contextPairs: false,
    reasoning: "none",
    // What takes them differs by server: vLLM with the text itself (its pull request 41599), llama-server beside the
    // messages in some versions (19052), where plain text comes back in English, and Ollama not at all.
    messages: "languageFields",
    tasks: ["translate"],
    source: "https://huggingface.co/google/translategemma-4b-it",
  },
  {
    ...UNKNOWN,
    id: "gemma-4",
    name: "Gemma 4",
    names: /gemma-?4/,
    licence: "Apache-2.0",
    openness: "weights",
    // Of the small ones; the large have twice as many.
    contextTokens: 131_072,
    systemRole: "taken",
    prompts: "instructions",
    contextPairs: true,
    reasoning: "switchable",
    tasks: TASK_KINDS,
    source: "https://ai.google.dev/gemma/docs/core/model_card_4",
  },
  {
    ...UNKNOWN,
    id: "gemma-3",
    name: "Gemma 3",
    names: /gemma-?[23]/,
    licence: "Gemma",
    openness: "weights",
    systemRole: "refused",
    prompts: "instructions",
    contextPairs: true,
    reasoning: "none",
    tasks: TASK_KINDS,
    source: "https://ai.google.dev/gemma/docs/core/model_card_3",
  },
  {
    ...UNKNOWN,
    id: "qwen3",
    name: "Qwen3",
    names: /qwen-?3/,
    licence: "Apache-2.0",
    openness: "weights",
    weak: SMALL,
    systemRole: "taken",
    prompts: "instructions",
    contextPairs: true,
    reasoning: "switchable",
    tasks: TASK_KINDS,
    source: "https://huggingface.co/Qwen/Qwen3-8B",
  },
  {
    ...UNKNOWN,
    id: "qwen2.5",
    name: "Qwen2.5",
    names: /qwen-?2\.5/,
    openness: "weights",
    weak: SMALL,
    contextTokens: 32_768,
    systemRole: "taken",
    prompts: "instructions",
    contextPairs: true,
    reasoning: "none",
    source: "https://huggingface.co/Qwen/Qwen2.5-7B-Instruct",
  },
];

/** The catalogue's row for a model as a server, a file or a user calls it; `undefined` where there is none. */
export function findOpenModel(name: string): OpenModel | undefined {
  const evened = evenOut(name);
  return OPEN_MODELS.find(({ names }) => names.test(evened));
}

/** `hf.co/mradermacher/EuroLLM-1.7B-Instruct-GGUF:Q4_K_M` → `eurollm-1.7b-instruct-gguf-q4-k-m`. */
export function evenOut(name: string): string {
  const last = name.split(/[/\\]/).findLast((part) => part !== "") ?? "";
  return last
    .toLowerCase()
    .replace(/[\s_:@]+/g, "-")
    .replace(/^euro-llm/, "eurollm");
}
