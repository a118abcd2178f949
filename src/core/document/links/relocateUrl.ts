export interface Relocation {
  /** Where the document stands and where its translation lands: paths with slashes, from one and the same folder. */
  readonly from: string;
  readonly to: string;
  /** Translations of other documents of the same run, by the paths of their sources: links to those point to these. */
  readonly siblings?: ReadonlyMap<string, string>;
}

/** What a relative URL must be in the translated document to point to what it pointed to; others stay. */
export function relocateUrl(url: string, { from, to, siblings }: Relocation): string {
  const { path, rest } = split(url);
  if (!isRelative(path)) return url;
  const target = join(folderOf(from), path);
  if (target === undefined) return url;
  const known = siblings?.get(decode(target));
  const wanted = known === undefined ? target : encodeLike(known, path);
  if (known === undefined && folderOf(from) === folderOf(to)) return url;
  const moved = relative(folderOf(to), wanted);
  const isExplicit = path.startsWith("./") && !moved.startsWith("../");
  return `${isExplicit ? "./" : ""}${moved}${path.endsWith("/") && !moved.endsWith("/") ? "/" : ""}${rest}`;
}

/** The path that a relative URL of a document points to; `undefined` for any other URL. */
export function resolveUrl(url: string, from: string): string | undefined {
  const { path } = split(url);
  const target = isRelative(path) ? join(folderOf(from), path) : undefined;
  return target === undefined ? undefined : decode(target);
}

function split(url: string): { readonly path: string; readonly rest: string } {
  const end = url.search(/[?#]/u);
  return end < 0 ? { path: url, rest: "" } : { path: url.slice(0, end), rest: url.slice(end) };
}

/** Not an address, nor from the site's root, nor an alias or a template that the site's generator resolves. */
function isRelative(path: string): boolean {
  return path !== "" && !/^(?:[A-Za-z][\w+.-]*:|[/\\~@{<$])/u.test(path) && !path.includes("{{");
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

/** `undefined` for what lies above all that is known. */
function join(folder: string, path: string): string | undefined {
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of path.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join("/");
}

function relative(folder: string, target: string): string {
  const [from, to] = [folder === "" ? [] : folder.split("/"), target.split("/")];
  let same = 0;
  while (same < from.length && same < to.length - 1 && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => ".."), ...to.slice(same)].join("/") || ".";
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** As the link has it: with blanks as `%20` if it has any escapes. */
function encodeLike(path: string, like: string): string {
  return /%[\dA-Fa-f]{2}/u.test(like) || /[\s()]/u.test(path)
    ? path.split("/").map(encodeURIComponent).join("/")
    : path;
}
