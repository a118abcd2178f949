import type { Finding } from "../../core/writing/finding.ts";
import type { FindingView } from "../../protocol.ts";
import { describeFinding } from "../describeFinding.ts";

/** Pieces that the page looks for in the texts; a fault with more of them is told at the top alone. */
const MOST_PIECES = 50;

function piecesOf(finding: Finding): Pick<FindingView, "missing" | "added"> {
  if ("missing" in finding) return { missing: [...finding.missing], added: [...finding.added] };
  if (finding.kind === "kept") return { missing: [], added: [...finding.passages] };
  return { missing: [], added: finding.kind === "register" ? [...finding.words] : [] };
}

/** A finding in plain words, with the pieces that tell its place. */
export function viewFinding(finding: Finding): FindingView {
  const { missing, added } = piecesOf(finding);
  return {
    message: describeFinding(finding),
    missing: missing.slice(0, MOST_PIECES),
    added: added.slice(0, MOST_PIECES),
  };
}
