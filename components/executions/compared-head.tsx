import { StatusIcon } from "@/components/ui/status-icon";
import { statusWord } from "@/components/ui/status-word";
import type { ComparedExecution } from "@/lib/domain/compare-executions";

/** Which execution a column is about. */
export function ComparedHead({ label, standing, summary }: ComparedExecution) {
  return (
    <span className="flex min-w-0 items-center gap-1.5" title={summary}>
      <StatusIcon standing={standing} decorative />
      <span className="sr-only">{statusWord(standing)}</span>
      <span className="shrink-0 font-mono text-label">{label}</span>
      <span className="truncate font-normal">{summary}</span>
    </span>
  );
}
