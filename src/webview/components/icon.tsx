const PATHS = {
  lock: "M4.5 7V5a3.5 3.5 0 0 1 7 0v2M3 7h10v7H3z",
  globe: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12",
  warning: "M8 2l6.5 12h-13zM8 6.5v4M8 12.4v.2",
  error: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4",
  done: "M3 8.5l3.5 3.5L13 4.5",
  earlier: "M10 3L5 8l5 5",
  later: "M6 3l5 5-5 5",
} as const;

/** A drawing beside words that say the same. */
export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
