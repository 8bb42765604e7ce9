import clsx from "clsx";
import { type StatusHue, statusHue } from "@/components/ui/status-hue";
import type { ConditionState } from "@/lib/domain/pipeline-state";
import { conditionWord } from "./condition-word";
import { useDrained } from "./drained";

const COLOURS: Record<StatusHue, string> = {
  good: "text-good-fill",
  bad: "text-bad-fill",
  run: "text-run-fill",
  wait: "text-wait",
  over: "text-over-fill",
  idle: "text-idle-fill",
};

/** A condition as a portal over the track. `when` is `Before entry`, `On success` or `On failure`. */
export function ConditionPortal({ condition, when }: { condition: ConditionState; when: string }) {
  const drained = useDrained();
  const name = `${when}: ${conditionWord(condition.standing, drained)}`;
  return (
    <svg
      role="img"
      aria-label={name}
      viewBox="0 0 14 28"
      width={14}
      height={28}
      fill="none"
      stroke="currentColor"
      strokeWidth={2.2}
      strokeLinecap="butt"
      className={clsx("block shrink-0", drained ? "text-idle" : COLOURS[statusHue(condition.standing)])}
    >
      <title>{name}</title>
      <path d="M2 27V6a3.4 3.4 0 0 1 3.4-3.4h3.2A3.4 3.4 0 0 1 12 6v21" />
    </svg>
  );
}
