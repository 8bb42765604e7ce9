import Link from "next/link";
import { Tag } from "@/components/ui/tag";
import { Ticket } from "@/components/ui/ticket";
import { executionAddress } from "@/lib/domain/execution-address";
import { executionLabel } from "@/lib/domain/execution-label";
import { isInside } from "@/lib/domain/is-inside";
import type { PipelineState, StageState } from "@/lib/domain/pipeline-state";
import { isOccupied } from "@/lib/domain/stage-standing";
import type { StageOf } from "@/lib/queries/stage-path";
import { ActionPanelSection } from "./action-panel-section";
import { triggerWords } from "./trigger-words";

/** Which execution is in the stage, or was last; in PARALLEL mode all that are. */
export function StagePanelExecution({
  of,
  stage,
  state,
}: {
  of: StageOf;
  stage: StageState;
  state: PipelineState;
}) {
  const known = [...state.onTheLine, ...state.finishedLast];
  const inside =
    state.row.executionMode === "PARALLEL"
      ? state.onTheLine.filter((execution) => isInside(execution, stage.name)).map(({ id }) => id)
      : [];
  const ids = inside.length > 0 ? inside : stage.executionId === undefined ? [] : [stage.executionId];
  if (ids.length === 0) return null;
  const isOccupying = inside.length > 0 || isOccupied(stage.standing);
  return (
    <ActionPanelSection title={isOccupying ? "In the stage" : "Last in the stage"}>
      <ul className="flex flex-col gap-1.5">
        {ids.map((id) => {
          const execution = known.find((one) => one.id === id);
          const revisions =
            execution?.revisions ?? (stage.revision && id === stage.executionId ? [stage.revision] : []);
          return (
            <li key={id} className="flex min-w-0 flex-wrap items-center gap-x-2">
              <Ticket label={executionLabel(id, revisions)} title={id} />
              {(execution?.executionType ?? stage.executionType) === "ROLLBACK" && <Tag>rollback</Tag>}
              <Link
                href={executionAddress(of.target, of.pipeline, id)}
                prefetch={false}
                className="min-w-0 font-medium break-words text-accent hover:underline"
              >
                {revisions[0]?.summary ?? `Execution ${id.slice(0, 8)}`}
              </Link>
              {execution?.trigger !== undefined && (
                <span className="basis-full text-secondary text-ink-3">
                  {triggerWords(execution.trigger)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </ActionPanelSection>
  );
}
