import type { Labels } from "../../labels.ts";

export interface PageOptions {
  /** The webview's own origin, as `Webview.cspSource` names it. */
  readonly cspSource: string;
  /** Random, new for each page. */
  readonly nonce: string;
  readonly scriptUri: string;
  readonly styleUri: string;
  /** The language of the labels. */
  readonly language: string;
  readonly labels: Labels;
}

/**
 * The page's HTML. Everything is forbidden but the one script, by its nonce, and the one stylesheet: no connection,
 * image, font, frame or form. The labels are data in an attribute, and nothing else varies.
 */
export function renderPage({ cspSource, nonce, scriptUri, styleUri, language, labels }: PageOptions): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource}; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeHtml(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escapeHtml(styleUri)}">
<title>Euroscribe</title>
</head>
<body data-labels="${escapeHtml(JSON.stringify(labels))}">
<main id="app"></main>
<script nonce="${nonce}" src="${escapeHtml(scriptUri)}"></script>
</body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/gu, (character) => `&#${character.charCodeAt(0)};`);
}
