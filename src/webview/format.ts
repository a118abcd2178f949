/** Puts values into a label: `{0}` for the first, `{1}` for the second. */
export function format(label: string, ...values: readonly (string | number)[]): string {
  return label.replace(/\{(\d)\}/gu, (whole, index) => {
    const value = values[Number(index)];
    return value === undefined ? whole : typeof value === "number" ? value.toLocaleString() : value;
  });
}
