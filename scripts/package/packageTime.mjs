const EARLIEST = Date.UTC(1980, 0, 1) / 1000;

/**
 * The time that all files of the package have: SOURCE_DATE_EPOCH, in seconds since 1970 as reproducible-builds.org has
 * it. A zip knows no time before 1980, which it is also where none is given. Throws an Error for what is no time.
 *
 * @param {string | undefined} epoch
 */
export function packageTime(epoch = "0") {
  const seconds = Number(epoch);
  if (!Number.isSafeInteger(seconds) || seconds < 0) throw new Error("SOURCE_DATE_EPOCH must be a number of seconds.");
  return new Date(Math.max(seconds, EARLIEST) * 1000);
}
