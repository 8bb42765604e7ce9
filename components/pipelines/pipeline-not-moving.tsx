import { StatusIcon } from "@/components/ui/status-icon";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { useDrained } from "./drained";

/** Why the pipeline is not moving, in one sentence, with the icon of what holds it. */
export function PipelineNotMoving({ state }: { state: PipelineState }) {
  const drained = useDrained();
  if (state.notMoving === undefined) {
    return null;
  }
  const { lead, text } = state.notMoving;
  return (
    <div className="flex min-h-[39px] items-center gap-2 border-b bg-surface px-page py-2 max-sm:px-4 max-sm:py-3">
      {state.row.status !== null && (
        <span className="max-sm:hidden">
          <StatusIcon standing={state.row.status} size={16} drained={drained} />
        </span>
      )}
      <p className="min-w-0 text-body break-words text-ink max-sm:text-[15px] max-sm:leading-[22px]">
        {lead !== undefined && <strong className="font-semibold">{lead} </strong>}
        {text}
      </p>
    </div>
  );
}
