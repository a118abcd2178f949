export const TEXT_ID = "text";
export const ANSWER_ID = "answer-title";

/** Puts the cursor where work begins. */
export function focusText(): void {
  document.getElementById(TEXT_ID)?.focus();
}

/** Paints. Where that takes away what has the focus, the answer has it then, or the text: it is never lost. */
export function keepingFocus(paint: () => void): void {
  const focused = document.activeElement;
  paint();
  if (focused && focused !== document.body && !focused.isConnected) {
    (document.getElementById(ANSWER_ID) ?? document.getElementById(TEXT_ID))?.focus();
  }
}
