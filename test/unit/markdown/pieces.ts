/** What random Markdown is put together from. */
// biome-ignore format: one piece a line says no more.
export const PIECES: readonly string[] = [
  "слово", "ħelsien", "λέξη", "focal", "szó", " ", "  ", "\u00a0", "\n", "\n\n", "\r\n", "\t", "*", "**", "***", "_", "__", "~~",
  "`", "``", "```\n", "```js\n", "[", "]", "(", ")", "![", "](/a)", '](/b "t")', "](", "][", "[x]: /x\n", "[x]", "[^1]",
  "[^1]: ", "<", ">", "<b>", "</b>", "<!-- c -->", "<div>\n", "https://a.eu", "https://b.eu/ö", "www.c.eu", "x@y.eu", "<https://d.eu>",
  "\\", "!", "|", "| a | b |\n|--|--|\n", "# ", "> ", "- ", "1. ", "2024. ", "    ", "---\n", "&amp;", ".", ",", "„", "“", "👩‍💻", "\uFEFF", "\0",
];
