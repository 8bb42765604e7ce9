import clsx from "clsx";
import { Age } from "@/components/ui/age";
import { ExternalLink } from "@/components/ui/external-link";
import { StatusIcon } from "@/components/ui/status-icon";
import { statusText } from "@/components/ui/status-text";
import { clockTime, exactInstant } from "@/lib/domain/instant-words";
import type { ConditionState, RuleState } from "@/lib/domain/pipeline-state";
import { conditionResults } from "./condition-results";
import { conditionWord } from "./condition-word";
import { useDrained } from "./drained";

export interface StagePanelConditionProps {
  condition: ConditionState;
  /** That of a failure acts when its rules are met, the others when they are not. */
  actsWhenMet: boolean;
}

/** A condition in full: what comes of it, where it stands, and of each rule the state, words, last evaluation and link. */
export function StagePanelCondition({ condition, actsWhenMet }: StagePanelConditionProps) {
  const { standing, summary, changedAt, result, rules } = condition;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <Word standing={standing} />
        {changedAt !== undefined && (
          <span className="text-secondary text-ink-3">
            evaluated <Age at={changedAt} ago className="!normal-nums" />
          </span>
        )}
        {result !== undefined && (
          <span className="text-secondary text-ink-3">
            {actsWhenMet ? "when met" : "when not met"}, it {conditionResults[result] ?? result}
          </span>
        )}
      </p>
      {summary !== undefined && <p className="text-secondary break-words text-ink-2">{summary}</p>}
      <ul className="flex flex-col gap-2">
        {rules.map((rule) => (
          <Rule key={rule.name} rule={rule} />
        ))}
      </ul>
    </>
  );
}

function Rule({ rule }: { rule: RuleState }) {
  const { name, provider, standing, summary, changedAt, endsBy, opensAt, externalExecutionUrl, error } = rule;
  return (
    <li className="flex min-w-0 flex-col gap-0.5 rounded-control border border-dashed border-line-3 px-2 py-1.5 text-secondary">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <strong className="min-w-0 font-medium break-words text-ink">{name}</strong>
        <span className="text-ink-3">{provider}</span>
        <span className="ml-auto">
          <Word standing={standing} />
        </span>
      </p>
      {error?.code !== undefined && (
        <p className="font-mono font-medium break-words text-bad">{error.code}</p>
      )}
      {error?.message !== undefined && (
        <p className="break-words whitespace-pre-wrap text-ink-2">{error.message}</p>
      )}
      {summary !== undefined && summary !== error?.message && (
        <p className="break-words whitespace-pre-wrap text-ink-2">{summary}</p>
      )}
      {opensAt !== undefined && <p className="text-ink-2">The window opens {exactInstant(opensAt)}.</p>}
      {(changedAt !== undefined || externalExecutionUrl !== undefined) && (
        <p className="flex flex-wrap gap-x-3 text-ink-3">
          {changedAt !== undefined && (
            <span title={exactInstant(changedAt)}>
              {standing === "InProgress" ? "since " : ""}
              {clockTime(changedAt)} UTC
              {endsBy !== undefined && `, until ${exactInstant(endsBy)} at the latest`}
            </span>
          )}
          {externalExecutionUrl !== undefined && (
            <ExternalLink href={externalExecutionUrl}>Open the evaluation</ExternalLink>
          )}
        </p>
      )}
    </li>
  );
}

function Word({ standing }: { standing: string }) {
  const drained = useDrained();
  return (
    <span
      className={clsx(
        "inline-flex items-center gap-1.5 font-medium",
        statusText(standing, { calm: true, drained }),
      )}
    >
      <StatusIcon standing={standing} drained={drained} decorative />
      {conditionWord(standing, drained)}
    </span>
  );
}
