import type { FindingView } from "../../protocol.ts";
import { Icon } from "./icon.tsx";

/** What the check found, in plain words. */
export function Findings({ findings }: { readonly findings: readonly FindingView[] }) {
  return (
    <ul class="findings" lang={document.documentElement.lang}>
      {findings.map(({ message }) => (
        <li key={message}>
          <Icon name="warning" />
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}
