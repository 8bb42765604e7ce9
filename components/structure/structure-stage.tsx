import { useId } from "react";
import { Tag } from "@/components/ui/tag";
import type { DeclaredStage, DeclaredTrigger } from "@/lib/domain/structure";
import { StructureAction } from "./structure-action";
import { StructureCondition } from "./structure-condition";
import { withKeys } from "./with-keys";

const RETRIES: Record<string, string> = {
  FAILED_ACTIONS: "its failed actions",
  ALL_ACTIONS: "all its actions",
};

export interface StructureStageProps {
  stage: DeclaredStage;
  /** From 1. */
  place: number;
  triggers: readonly DeclaredTrigger[];
}

/** A stage: what must hold before it, its actions by run order, and what happens after. */
export function StructureStage({ stage, place, triggers }: StructureStageProps) {
  const id = useId();
  const { actions, retryMode, failureResult, blockers = [] } = stage;
  const order = actions.toSorted((one, other) => one.runOrder - other.runOrder);
  const conditions = [
    { when: "Before entry", condition: stage.beforeEntry },
    { when: "On success", condition: stage.onSuccess },
    { when: "On failure", condition: stage.onFailure },
  ];
  return (
    <section
      aria-labelledby={id}
      className="rounded-card border bg-surface max-sm:rounded-none max-sm:border-x-0"
    >
      <h2
        id={id}
        className="flex min-h-9 flex-wrap items-center gap-x-2 gap-y-1 px-4 py-1.5 text-section text-ink"
      >
        <span className="num text-ink-3">{place}</span>
        <span className="min-w-0 break-words">{stage.name}</span>
        {blockers.map((blocker) => (
          <Tag key={blocker.name} title={`Blocker of type ${blocker.type}`}>
            {blocker.name}
          </Tag>
        ))}
      </h2>
      <ol aria-label={`Actions of ${stage.name}`}>
        {withKeys(order, ({ name }) => name).map(({ key, item: action }, index) => (
          <li key={key} className="border-t">
            <StructureAction
              action={action}
              first={order[index - 1]?.runOrder !== action.runOrder}
              isTrigger={triggers.some(({ sourceAction }) => sourceAction === action.name)}
            />
          </li>
        ))}
      </ol>
      {(conditions.some(({ condition }) => condition !== undefined && condition.rules.length > 0) ||
        retryMode !== undefined ||
        failureResult !== undefined) && (
        <div className="flex flex-col gap-2 border-t px-4 py-3">
          {conditions.map(
            ({ when, condition }) =>
              condition !== undefined &&
              condition.rules.length > 0 && (
                <StructureCondition key={when} when={when} condition={condition} />
              ),
          )}
          {retryMode !== undefined ? (
            <p className="text-ink-2">
              On failure AWS retries {RETRIES[retryMode] ?? retryMode} once by itself.
            </p>
          ) : (
            failureResult !== undefined && (
              <p className="text-ink-2">
                On failure the result is <span className="font-medium text-ink">{failureResult}</span>.
              </p>
            )
          )}
        </div>
      )}
    </section>
  );
}
