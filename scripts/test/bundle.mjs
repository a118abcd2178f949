// Bundles the tests of one part to out/PART, for a debugger: node scripts/test/bundle.mjs integration
import path from "node:path";
import { root } from "../run/root.mjs";
import { bundleTests } from "./bundleTests.mjs";

const part = process.argv[2] ?? "integration";
await bundleTests(part, path.join(root, "out", part));
