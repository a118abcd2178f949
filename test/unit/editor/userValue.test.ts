import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { type Inspected, userValue } from "../../../src/editor/userValue.ts";

describe("P1: the user's own value of a setting", () => {
  const cases: readonly [string, Inspected, unknown][] = [
    ["on the user's computer", { globalValue: "own", globalLocalValue: "own" }, "own"],
    ["on a host that doesn't tell the parts apart", { globalValue: "own" }, "own"],
    ["under a profile, of all profiles", { globalValue: "own", globalLocalValue: undefined }, "own"],
    [
      "beside a dev container's",
      { globalValue: "hostile", globalLocalValue: "own", globalRemoteValue: "hostile" },
      "own",
    ],
    [
      "where only a dev container's is there: none",
      { globalValue: "hostile", globalRemoteValue: "hostile", defaultValue: "usual" },
      "usual",
    ],
    [
      "beside a workspace's and a folder's",
      { workspaceValue: "hostile", workspaceFolderValue: "hostile", globalValue: "own" },
      "own",
    ],
    ["where only a workspace's is there: none", { workspaceValue: "hostile", defaultValue: "usual" }, "usual"],
    ["that is empty or false is one", { globalLocalValue: "", globalValue: "hostile", defaultValue: "usual" }, ""],
    ["that nobody set", {}, undefined],
  ];
  for (const [name, inspected, expected] of cases) {
    it(name, () => assert.equal(userValue(inspected), expected));
  }
});
