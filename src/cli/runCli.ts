import { createLanguageDetector } from "../core/detection/detectLanguage.ts";
import { type Command, parseCommand } from "./command.ts";
import { HELP } from "./help.ts";
import { createJsonReporter } from "./jsonReporter.ts";
import { clearProjectMemory } from "./projectMemory.ts";
import type { Streams } from "./reporter.ts";
import { createTextReporter } from "./textReporter.ts";
import { EXIT, translateFiles } from "./translateFiles.ts";
import { UsageError } from "./usageError.ts";

/** The world that the program runs in. */
export interface CliContext extends Streams {
  /** The arguments behind the program's name. */
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  /** Path of the engine's child process. */
  readonly engineScript: string;
}

/** Does what the arguments say. The exit status. */
export async function runCli(context: CliContext): Promise<number> {
  const { argv, stdout, stderr } = context;
  try {
    return await run(parseCommand(argv), context);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(`${error.message}\n`);
    if (argv.length === 0) stdout.write(HELP);
    else stderr.write("See --help.\n");
    return EXIT.failed;
  }
}

async function run(command: Command, context: CliContext): Promise<number> {
  const { stdout } = context;
  switch (command.kind) {
    case "help":
      stdout.write(HELP);
      return EXIT.done;
    case "clearMemory": {
      const { file, wasThere } = await clearProjectMemory(context);
      stdout.write(wasThere ? `Deleted ${file}\n` : `There was no translation memory at ${file}\n`);
      return EXIT.done;
    }
    case "translate": {
      const { options } = command;
      const report = options.isJson ? createJsonReporter(stdout) : createTextReporter(context);
      return await translateFiles({ ...context, options, report, detectLanguage: createLanguageDetector() });
    }
    default:
      return command satisfies never;
  }
}
