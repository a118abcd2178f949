import { estimateTokens, TOKENS_PER_REQUEST } from "../estimateTokens.ts";
import { type FormatName, loadFormat } from "./formats/documentFormat.ts";
import { DEFAULT_FRONT_MATTER_KEYS } from "./frontMatterKeys.ts";

export interface PlanOptions {
  readonly text: string;
  readonly format: FormatName;
  readonly frontMatterKeys?: readonly string[];
}

/** What a run into one language would send, before anything is sent. */
export interface DocumentPlan {
  readonly segments: number;
  /** UTF-16 units of the prose. */
  readonly characters: number;
  /** Estimated tokens of the prose, and about as many come back. */
  readonly sourceTokens: number;
  /** Estimated tokens that go out, with what stands around each segment. */
  readonly promptTokens: number;
}

export async function planDocument({
  text,
  format,
  frontMatterKeys = DEFAULT_FRONT_MATTER_KEYS,
}: PlanOptions): Promise<DocumentPlan> {
  const read = await loadFormat(format);
  const { segments } = await read(text, { frontMatterKeys });
  const sourceTokens = segments.reduce((sum, segment) => sum + estimateTokens(segment.text), 0);
  return {
    segments: segments.length,
    characters: segments.reduce((sum, segment) => sum + segment.text.length, 0),
    sourceTokens,
    promptTokens: sourceTokens + segments.length * TOKENS_PER_REQUEST,
  };
}
