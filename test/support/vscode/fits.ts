import type { Frame } from "playwright-core";

/**
 * Parts of the sidebar's page that don't fit into it: what reaches beyond its edges, and words that are cut off. What
 * is shortened by design (an excerpt in a list, a value in a field) isn't one.
 */
export async function findClipped(frame: Frame): Promise<readonly string[]> {
  return await frame.evaluate<readonly string[]>(`(() => {
    const shown = [...document.querySelectorAll("#app *")].filter((one) => one.checkVisibility() && !one.closest(".unseen"));
    const isOutside = ({ left, right }) => left < -0.5 || right > innerWidth + 0.5;
    const isCut = (one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
    const name = (one) => one.tagName + "." + one.className + " " + one.textContent.slice(0, 60);
    const found = shown
      .filter((one) => !one.matches("input, select, option, textarea, .row > *, .options *, svg, path"))
      .filter((one) => isOutside(one.getBoundingClientRect()) || isCut(one))
      .map(name);
    return document.documentElement.scrollWidth > innerWidth ? ["the page is too wide", ...found] : found;
  })()`);
}
