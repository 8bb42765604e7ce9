import { CopyButton } from "@/components/ui/copy-button";
import { ExternalLink } from "@/components/ui/external-link";
import type { StageState } from "@/lib/domain/pipeline-state";
import { stageFaults } from "@/lib/domain/stage-faults";

/** Each action or rule that failed in a stage: its code and message to read and to copy, and where to read on. */
export function StagePanelFaults({ stage }: { stage: StageState }) {
  const faults = stageFaults(stage);
  if (faults.length === 0)
    return <p className="text-secondary text-ink-3">AWS names no action and no rule.</p>;
  return (
    <ul className="flex flex-col gap-3">
      {faults.map(({ name, rule, provider, code, message, externalUrl }) => (
        <li key={`${rule} ${name}`} className="flex min-w-0 flex-col gap-1.5">
          <p className="flex flex-wrap items-baseline gap-x-2">
            <strong className="min-w-0 font-semibold break-words text-ink">
              {rule ? `rule ${name}` : name}
            </strong>
            {externalUrl !== undefined ? (
              <ExternalLink href={externalUrl}>{provider ?? "Open the run"}</ExternalLink>
            ) : (
              <span className="text-secondary text-ink-3">{provider}</span>
            )}
          </p>
          <div className="rounded-control border border-l-2 border-l-bad-fill bg-sunken px-3 py-2 font-mono text-secondary break-words">
            {code !== undefined && <p className="font-medium text-bad">{code}</p>}
            <p className="whitespace-pre-wrap text-ink-2">
              {message ?? (code === undefined ? "AWS gives no reason." : "")}
            </p>
          </div>
          {message !== undefined && (
            <span className="flex">
              <CopyButton size="sm" label="Copy error" text={[code, message].filter(Boolean).join(": ")} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
