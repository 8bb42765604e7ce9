import clsx from "clsx";
import { statusText } from "@/components/ui/status-text";
import type { ConditionState } from "@/lib/domain/pipeline-state";
import { ConditionPortal } from "./condition-portal";
import { conditionSentence } from "./condition-word";
import { useDrained } from "./drained";

/** A condition in one line, as phones show it. */
export function ConditionLine({ condition, when }: { condition: ConditionState; when: string }) {
  const drained = useDrained();
  return (
    <p className="flex items-start gap-2 text-body text-ink-2">
      <span className="-mt-1 scale-[.8]">
        <ConditionPortal condition={condition} when={when} />
      </span>
      <span>
        {when}:{" "}
        <span className={clsx(statusText(condition.standing, { calm: true, drained }))}>
          {conditionSentence(condition, drained)}
        </span>
      </span>
    </p>
  );
}
