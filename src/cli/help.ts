import { LANGUAGE_CODES } from "../core/languages.ts";

/** What `--help` prints. */
export const HELP = `Usage: cli.js translate FILES… --to LANG[,LANG…] --model NAME [--endpoint URL] [options]
       cli.js clear-memory

Translates the prose of Markdown documents; code, links, front matter, HTML and all other bytes stay as they are.
FILES are documents, or folders, of which all Markdown is taken.

  --to LANGS          target languages, separated by commas
  --from LANG         source language; seen from the text where it isn't given
  --endpoint URL      an OpenAI-compatible server, such as http://localhost:11434/v1
  --model NAME        the model's name on that server. Without --endpoint a built-in model, which runs on this
                      computer: an id of the catalogue, the path of a GGUF file, or auto
  --key-env NAME      the environment variable that holds the API key (a key itself is never an argument)
  --formality F       formal, informal or auto: how readers are addressed
  --out PATTERN       where a translation is written; {dir}, {name} and {ext} are the source's, {lang} is the target's
                      code. Default {dir}/{name}.{lang}{ext}
  --concurrency N     requests at once; by default 1 on this computer, 4 elsewhere
  --front-matter-keys KEYS
                      front matter values to translate, separated by commas; title, description and the usual ones
  --link-translations links to other documents lead to their translations, where there are some
  --pin-anchors       headings keep the source's anchors, written as {#id} behind them; else links to headings follow
                      the translated ones
  --force             overwrite files that weren't written by an earlier run, or were edited since
  --no-memory         neither read nor keep translations: nothing can be resumed then
  --json              one JSON object a line: plan, progress, document, fault, end
  --help

Languages: ${LANGUAGE_CODES.join(" ")}, and en-GB, en-IE, pt-PT.

A segment (a paragraph, heading, cell …) whose translation fails the check keeps its source. What is doubtful, such as a
changed number, is written and reported. Verified translations are kept in the project's translation memory, readable
by you alone, and aren't sent again: after Ctrl+C, run the same command. It lies in EUROSCRIBE_STATE, else in
~/.local/state/euroscribe (Linux), ~/Library/Application Support/Euroscribe (macOS), %LOCALAPPDATA%\\Euroscribe (Windows);
clear-memory deletes that of the project in the current folder.
Proxies are taken from HTTPS_PROXY, HTTP_PROXY and NO_PROXY, an organisation's certificates from NODE_EXTRA_CA_CERTS.
Redirects are never followed.

Exit status: 0 done; 1 done, and some segments kept their source for a fault; 2 wrong usage, a file or the endpoint failed;
130 cancelled.
`;
