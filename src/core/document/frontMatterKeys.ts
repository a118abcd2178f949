/** Front matter that readers see, on the usual doc sites. */
export const DEFAULT_FRONT_MATTER_KEYS: readonly string[] = [
  "title",
  "description",
  "summary",
  "subtitle",
  "tagline",
  "text",
  "excerpt",
  "sidebar_label",
  "pagination_label",
  "linkTitle",
  "heading",
  "caption",
  "details",
  "linkText",
  "short_title",
];
