import { statusWord } from "@/components/ui/status-word";
import { countOf } from "@/lib/domain/count-words";
import type { ConditionState } from "@/lib/domain/pipeline-state";
import type { Standing } from "@/lib/domain/standing";

/** The word of a condition or rule: what people say of a check, AWS's own for one added since. */
export function conditionWord(standing: Standing, drained = false): string {
  const words: Record<string, string> = {
    Succeeded: "Passed",
    NotYetRun: "Not checked yet",
    InProgress: "Checking",
  };
  const word = words[standing];
  if (word === undefined) {
    return statusWord(standing, { drained });
  }
  return drained ? `was ${word}` : word;
}

/** A condition with its rules in a few words: `2 rules passed`, `alarm p99 Failed: no data`. */
export function conditionSentence(condition: ConditionState, drained = false): string {
  const unmet = condition.rules.find((rule) => rule.standing === "Failed" || rule.standing === "Errored");
  if (unmet !== undefined && !drained) {
    const why = unmet.summary ?? unmet.error?.message;
    return `${unmet.name} ${conditionWord(unmet.standing).toLowerCase()}${why === undefined ? "" : `: ${why}`}`;
  }
  const count = condition.rules.length;
  return `${count === 0 ? "" : `${countOf(count, "rule")}, `}${conditionWord(condition.standing, drained).toLowerCase()}`;
}
