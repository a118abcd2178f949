import type * as vscode from "vscode";
import type { DetectLanguage } from "../../core/writing/languageDetector.ts";
import type { CommandHandler } from "../runCommand.ts";
import type { TypographyChecks } from "./typographyChecks.ts";

/** Check Typography, loaded with the first use; what it then watches is `own`ed by whoever made it. */
export function createCheckTypography(
  detectLanguage: DetectLanguage,
  own: (checks: vscode.Disposable) => void,
): CommandHandler {
  let loading: Promise<TypographyChecks> | undefined;
  const load = async () => {
    const { TypographyChecks } = await import("./typographyChecks.ts");
    const checks = new TypographyChecks();
    own(checks);
    return checks;
  };
  return async (argument) => {
    loading ??= load();
    const { checkTypography } = await import("../commands/checkTypography.ts");
    await checkTypography(await loading, detectLanguage, argument);
  };
}
