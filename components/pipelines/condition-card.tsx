import clsx from "clsx";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { clockTime, exactInstant } from "@/lib/domain/instant-words";
import type { ConditionState, RuleState } from "@/lib/domain/pipeline-state";
import { conditionResults } from "./condition-results";
import { conditionWord } from "./condition-word";
import { useDrained } from "./drained";

function RuleLine({ rule }: { rule: RuleState }) {
  const drained = useDrained();
  const note =
    rule.summary ?? rule.error?.message ?? (rule.changedAt && clockTime(rule.changedAt).slice(0, 5));
  const whole = [
    rule.error?.code,
    rule.error?.message ?? rule.summary,
    rule.changedAt && exactInstant(rule.changedAt),
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <li className="flex min-h-[18px] items-center gap-1.5 text-secondary max-sm:flex-wrap">
      <StatusIcon standing={rule.standing} drained={drained} />
      <span className="min-w-0 shrink-[0.4] truncate text-ink max-sm:flex-1" title={rule.name}>
        {rule.name}
      </span>
      <span
        className="ml-auto min-w-0 truncate text-right text-label text-ink-3 max-sm:basis-full max-sm:text-left max-sm:text-wrap"
        title={whole || undefined}
      >
        {note ?? conditionWord(rule.standing, drained)}
      </span>
    </li>
  );
}

/** The rules of a condition: a dashed card in the column, in the order of its portal. */
export function ConditionCard({ condition, when }: { condition: ConditionState; when: string }) {
  const drained = useDrained();
  const result =
    condition.result === undefined ? undefined : (conditionResults[condition.result] ?? condition.result);
  return (
    <section
      aria-label={`${when} condition`}
      className="rounded-control border border-dashed border-line-3 px-[7px] py-1"
      title={result === undefined ? undefined : `${when}: when not met, it ${result}`}
    >
      <h3 className="flex h-5 items-center justify-between gap-2 text-secondary">
        <span className="truncate text-ink-2">{when}</span>
        <span
          className={clsx(
            "flex shrink-0 items-center gap-1.5 font-medium",
            statusText(condition.standing, { calm: true, drained }),
          )}
        >
          <StatusIcon standing={condition.standing} drained={drained} decorative />
          {conditionWord(condition.standing, drained)}
        </span>
      </h3>
      <ul>
        {condition.rules.map((rule) => (
          <RuleLine key={rule.name} rule={rule} />
        ))}
      </ul>
      {condition.summary !== undefined && (
        <p className="truncate text-label text-ink-2" title={condition.summary}>
          {condition.summary}
        </p>
      )}
    </section>
  );
}
