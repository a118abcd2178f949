import { apostrophe, dash, ellipsis } from "./markRules.ts";
import { daySpace, decimalMark, groupMark, groupSpace, ordinal, percentSpace } from "./numberRules.ts";
import { foreignQuotes, quoteSpace, straightQuotes } from "./quoteRules.ts";
import { highSpace, spaceBeforeMark } from "./spaceRules.ts";
import type { RuleId, TypographyRule } from "./typographyRule.ts";

/** All rules, the one that goes first where two want the same place. Each is silent for a language that lacks its data. */
export const RULES: Readonly<Record<RuleId, TypographyRule>> = {
  straightQuotes,
  foreignQuotes,
  quoteSpace,
  highSpace,
  spaceBeforeMark,
  apostrophe,
  ellipsis,
  dash,
  decimalMark,
  groupMark,
  groupSpace,
  percentSpace,
  daySpace,
  ordinal,
};
