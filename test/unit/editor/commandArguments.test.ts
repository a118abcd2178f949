import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { AssistantError } from "../../../src/core/errors.ts";
import { parseArguments } from "../../../src/editor/commandArguments.ts";

describe("parseArguments", () => {
  const good: readonly [string, unknown, unknown][] = [
    ["nothing", undefined, {}],
    ["null, which a keybinding hands over", null, {}],
    ["a menu's Uri", { scheme: "file", path: "/a.md", fsPath: "/a.md" }, {}],
    [
      "all of them",
      { to: "PT-pt", from: "el", formality: "formal", style: "plain", form: "title", apply: "copy" },
      { to: "pt-PT", from: "el", formality: "formal", style: "plain", form: "title", apply: "copy" },
    ],
    ["a summary's length", { form: "paragraph", length: 80 }, { form: "paragraph", length: 80 }],
    ["several languages", { languages: ["mt", "ga"] }, { languages: ["mt", "ga"] }],
    [
      "an instruction",
      { style: "custom", instruction: "  Για παιδιά " },
      { style: "custom", instruction: "Για παιδιά" },
    ],
  ];
  for (const [name, given, expected] of good)
    it(`takes ${name}`, () => assert.deepEqual(parseArguments(given), expected));

  for (const [field, given] of [
    ["to", { to: "tlh" }],
    ["to", { to: 5 }],
    ["to", { to: "pt-BR" }],
    ["style", { style: "poetic" }],
    ["form", { form: "poem" }],
    ["length", { length: 2 }],
    ["length", { length: 12.5 }],
    ["length", { length: 1e6 }],
    ["length", { length: "80" }],
    ["apply", { apply: "overwrite" }],
    ["formality", { formality: "rude" }],
    ["instruction", { instruction: " " }],
    ["instruction", { instruction: "x".repeat(4001) }],
    ["url", { url: "http://evil.example" }],
    ["arguments", "fr"],
    ["arguments", 7],
  ] as const) {
    it(`refuses ${JSON.stringify(given).slice(0, 40)} and names ${field}`, () => {
      assert.throws(
        () => parseArguments(given),
        (error) =>
          error instanceof AssistantError &&
          error.kind === "invalidArguments" &&
          error.detail.reason?.startsWith(`${field}:`) === true,
      );
    });
  }
});
