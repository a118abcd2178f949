import * as v from "valibot";

const ownStyle = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  instruction: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(4000)),
});

/** A style of the user's own, by its name and its words for the model. */
export type OwnStyle = v.InferOutput<typeof ownStyle>;

/** The values of `euroscribe.styles`, the nearest first: of the folder, the workspace, the user. */
export type StyleLayers = readonly unknown[];

/**
 * All styles of all layers; of two with one name the nearer one. The problem names the first thing that is wrong
 * with the setting, and nothing of it is taken then.
 */
export function mergeStyles(
  layers: StyleLayers,
): { readonly styles: readonly OwnStyle[] } | { readonly problem: string } {
  const styles = new Map<string, OwnStyle>();
  for (const layer of layers) {
    if (layer === undefined) continue;
    const result = v.safeParse(v.array(ownStyle), layer);
    if (!result.success) {
      const [issue] = result.issues;
      const field = issue.path?.map(({ key }) => String(key)).join(".") ?? "";
      return { problem: field === "" ? issue.message : `${field}: ${issue.message}` };
    }
    for (const style of result.output) if (!styles.has(style.name)) styles.set(style.name, style);
  }
  return { styles: [...styles.values()] };
}

/** The user's styles with one more, or with another instruction under its name. */
export function withStyle(value: unknown, style: OwnStyle): readonly unknown[] {
  const all: readonly unknown[] = Array.isArray(value) ? value : [];
  const isNamed = (other: unknown) =>
    typeof other === "object" && other !== null && "name" in other && other.name === style.name;
  const at = all.findIndex(isNamed);
  return at < 0 ? [...all, style] : all.with(at, style);
}
