import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { machineName } from "../../../src/editor/machineName.ts";

describe("how the computer is called that localhost means", () => {
  const name = (remoteName: string | undefined, isBesideWindow = false) =>
    machineName({ remoteName, isBesideWindow, host: "f3a1" });

  it("is the user's own where the window isn't connected to another, or the extension runs beside the window", () => {
    assert.equal(name(undefined), undefined);
    for (const remote of ["ssh-remote", "wsl", "dev-container", "my-own-remote"]) {
      assert.equal(name(remote, true), undefined, remote);
    }
  });

  for (const [remote, expected] of [
    ["ssh-remote", "f3a1 (SSH)"],
    ["wsl", "f3a1 (WSL)"],
    ["dev-container", "f3a1 (dev container)"],
    ["attached-container", "f3a1 (container)"],
    ["codespaces", "f3a1 (Codespaces)"],
    ["tunnel", "f3a1 (tunnel)"],
    ["my-own-remote", "f3a1"],
  ] as const) {
    it(`is that of the files over ${remote}`, () => assert.equal(name(remote), expected));
  }
});
