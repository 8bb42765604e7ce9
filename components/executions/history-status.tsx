import clsx from "clsx";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { statusWord } from "@/components/ui/status-word";
import type { ExecutionSummary } from "@/lib/domain/execution";

/** Icon and word of where an execution stands. */
export function HistoryStatus({ execution, drained }: { execution: ExecutionSummary; drained: boolean }) {
  const { standing, percentComplete: percent } = execution;
  const word = statusWord(standing, { percent, drained });
  return (
    <span
      title={word}
      className={clsx(
        "flex min-w-0 items-center gap-1.5 font-medium",
        statusText(standing, { calm: true, drained }),
      )}
    >
      <StatusIcon standing={standing} percent={percent} drained={drained} decorative />
      <span className="num truncate">{word}</span>
    </span>
  );
}
