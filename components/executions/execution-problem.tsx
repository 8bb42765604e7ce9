import Link from "next/link";
import { PipelineProblem } from "@/components/pipelines/pipeline-problem";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusIcon } from "@/components/ui/status-icon";
import type { Problem } from "@/lib/contract/problem";
import { executionsAddress } from "@/lib/domain/execution-address";

export interface ExecutionProblemProps {
  target: string;
  pipeline: string;
  id: string;
  problem: Problem;
  onRetry: () => void;
}

/** What stands in place of an execution when there is nothing of it to show. */
export function ExecutionProblem({ target, pipeline, id, problem, onRetry }: ExecutionProblemProps) {
  const missing = problem.code === "execution.not-found" || problem.code === "request.invalid";
  if (!missing) {
    return <PipelineProblem target={target} pipeline={pipeline} problem={problem} onRetry={onRetry} />;
  }
  return (
    <EmptyState
      icon={<StatusIcon standing="NotYetRun" size={18} decorative />}
      title={
        problem.code === "execution.not-found"
          ? `No such execution of ${pipeline}`
          : "No execution can have this address"
      }
      code={id}
      actions={
        <Link
          className="inline-flex h-7 items-center rounded-control border border-line-2 bg-surface px-2.5 font-medium text-ink hover:bg-hover max-sm:h-11"
          href={executionsAddress(target, pipeline)}
        >
          All executions of {pipeline}
        </Link>
      }
    >
      <p>
        {problem.code === "execution.not-found"
          ? "AWS has none with this id. It keeps an execution for 12 months, and drops them all with their pipeline."
          : (problem.errors?.map(({ field, message }) => `${field} ${message}`).join(". ") ?? problem.detail)}
      </p>
    </EmptyState>
  );
}
