import { AssistantError } from "../errors.ts";
import { findLiterals } from "../markdown/findLiterals.ts";
import { describeFault } from "./describeFault.ts";
import { isMaskable } from "./finding.ts";
import { findPlainLiterals } from "./literals.ts";
import { mask } from "./protect.ts";
import { penalty, type Try, type TryOptions, tryTask } from "./tryTask.ts";

export interface TwiceOptions extends TryOptions {
  /** Called when an answer had faults and is asked for once more: the pieces that follow are another answer's. */
  readonly onSecondTry?: () => void;
}

export interface Answered {
  readonly best: Try;
  /** Requests that were sent. */
  readonly tries: number;
}

/** Asks for a framed text; a faulty answer is asked for once more, and the better of both is taken. */
export async function tryTwice(options: TwiceOptions, source: string): Promise<Answered> {
  const first = await tryTask(options, source, {});
  if (first.findings.length === 0) return { best: first, tries: 1 };
  options.onSecondTry?.();
  const second = await tryAgain(options, source, first);
  return { best: second && penalty(second) <= penalty(first) ? second : first, tries: 2 };
}

/** The second try; a failure of it leaves the first one standing, whose answer was complete. */
async function tryAgain(options: TryOptions, source: string, first: Try): Promise<Try | undefined> {
  // A refinement works on the answer, whose pieces stand elsewhere than those of the text.
  const isMasked = !options.refinement && first.findings.some(isMaskable);
  const spans = isMasked ? [...findPlainLiterals(source), ...(await findLiterals(source))] : [];
  const fault = describeFault(first.findings);
  try {
    return await tryTask(options, source, spans.length > 0 ? { fault, masked: mask(source, spans) } : { fault });
  } catch (error) {
    if (error instanceof AssistantError && error.kind === "cancelled") throw error;
    return undefined;
  }
}
