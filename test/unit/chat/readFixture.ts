import { readFileSync } from "node:fs";
import path from "node:path";

/** The bytes of a recorded answer; tests run in the repository's root. */
export function readFixture(name: string): Buffer {
  return readFileSync(path.resolve("test/fixtures/chat", name));
}

/** The content of a recorded stream, put together the plain way. */
export function contentOfStream(stream: Buffer): string {
  return stream
    .toString("utf8")
    .split("\n")
    .filter((line) => line.startsWith("data: {"))
    .map((line) => JSON.parse(line.slice("data: ".length)).choices[0].delta.content ?? "")
    .join("");
}
