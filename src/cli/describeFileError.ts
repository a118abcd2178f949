/** Why a file couldn't be read or written, for the user. */
export function describeFileError(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return SENTENCES[code] ?? `the file system refuses (${code || "unknown"})`;
}

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EEXIST: "there is a file where a folder has to be",
  ENOTDIR: "there is a file where a folder has to be",
  EISDIR: "there is a folder of this name",
  EACCES: "access is denied",
  EPERM: "access is denied",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  ENAMETOOLONG: "the name is too long",
  EMFILE: "too many files are open",
};
