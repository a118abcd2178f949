export const TEXT_ID = "text";

/** Puts the cursor where work begins. */
export function focusText(): void {
  document.getElementById(TEXT_ID)?.focus();
}
