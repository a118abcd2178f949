import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";

/** The cores that this process may use, by its affinity and, in a container, by its quota. May be a fraction. */
export function availableCores(): number {
  return Math.min(availableParallelism(), quotaOf(readQuota()) ?? Number.POSITIVE_INFINITY);
}

/**
 * The cores that a control group allows: `150000 100000` is 1.5 of them, `max 100000` has no limit (`undefined`).
 * `os.availableParallelism` heeds it from Node 22 on only. Linux, cgroup-v2: "cpu.max".
 */
export function quotaOf(cpuMax: string): number | undefined {
  const [quota, period] = cpuMax.trim().split(/\s+/).map(Number);
  const isLimit = quota !== undefined && period !== undefined && quota > 0 && period > 0;
  return isLimit ? quota / period : undefined;
}

function readQuota(): string {
  try {
    return readFileSync("/sys/fs/cgroup/cpu.max", "utf8");
  } catch {
    return "max";
  }
}
