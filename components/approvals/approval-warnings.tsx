import type { ReactNode } from "react";
import { ordinal } from "@/components/receipts/receipt-effect";
import { StatusIcon } from "@/components/ui/status-icon";
import { nameList } from "@/lib/domain/name-list";
import { shortExecution } from "@/lib/domain/short-id";
import type { Standing } from "@/lib/domain/standing";
import type { ApprovalFacts, movedWorld } from "./approval-facts";

function Warning({ standing, children }: { standing: Standing; children: ReactNode }) {
  return (
    <li className="flex gap-2.5 rounded-control bg-wait-tint px-3 py-2 text-body text-ink">
      <span className="pt-0.5">
        <StatusIcon standing={standing} size={16} decorative />
      </span>
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}

export interface ApprovalWarningsProps {
  facts: ApprovalFacts;
  moved: ReturnType<typeof movedWorld>;
  /** The execution that was asked for, where another waits by now. */
  instead?: string;
}

/** What to know before answering: the world has moved, somebody is right behind, the gate further on is closed. */
export function ApprovalWarnings({ facts, moved, instead }: ApprovalWarningsProps) {
  const { label, destination, behind, gate } = facts;
  const newest = behind.at(-1);
  return (
    <div aria-live="polite" className="has-[ul:empty]:-mb-3">
      <ul className="flex flex-col gap-2">
        {moved !== undefined && (
          <Warning standing="Cancelled">
            <strong className="font-semibold">It is not what you opened.</strong> {moved.text}
          </Warning>
        )}
        {moved === undefined && instead !== undefined && (
          <Warning standing="Cancelled">
            <strong className="font-semibold">It is not what you asked for.</strong> Execution{" "}
            {shortExecution(instead)} no longer waits here; {label} does.
          </Warning>
        )}
        {moved === undefined && newest !== undefined && (
          <Warning standing="Queued">
            <strong className="font-semibold">
              {behind.length === 1 ? "A newer execution is" : `${behind.length} newer executions are`} right
              behind.
            </strong>{" "}
            {nameList(behind)} {behind.length === 1 ? "waits" : "wait"} for this stage and will ask again.
          </Warning>
        )}
        {moved === undefined && gate !== undefined && (
          <Warning standing="ClosedGate">
            <strong className="font-semibold">It will not reach {destination} at once.</strong> The gate is
            closed; {label} would stand{" "}
            {gate.ahead.length === 0
              ? "there until it opens."
              : `${ordinal(gate.ahead.length + 1)}, behind ${nameList(gate.ahead)}.`}
          </Warning>
        )}
      </ul>
    </div>
  );
}
