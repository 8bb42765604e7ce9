import clsx from "clsx";
import type { ReactNode } from "react";
import { KeyValue } from "@/components/ui/key-value";
import { Tag } from "@/components/ui/tag";
import { formatSpan } from "@/lib/domain/duration";
import type { DeclaredAction } from "@/lib/domain/structure";
import { EntryValue } from "./entry-value";
import { Withheld } from "./withheld";

export interface StructureActionProps {
  action: DeclaredAction;
  /** The first of its run order; those after it run beside it. */
  first: boolean;
  /** A trigger starts the pipeline from it. */
  isTrigger: boolean;
}

/** An action as declared: what it is, from which artifacts to which, and its configuration key by key. */
export function StructureAction({ action, first, isTrigger }: StructureActionProps) {
  const { category, owner, provider, version, environment = [] } = action;
  const own = owner === "AWS" ? "" : `, ${owner}`;
  const settings: Array<{ key: string; value: ReactNode }> = [
    ...action.configuration.map((entry) => ({ key: entry.key, value: <EntryValue entry={entry} /> })),
    ...(action.commands > 0
      ? [
          {
            key: "Commands",
            value: (
              <>
                {action.commands}, text <Withheld />
              </>
            ),
          },
        ]
      : []),
    ...environment.map(({ key, type }) => ({
      key: `$${key}`,
      value: (
        <>
          <Withheld />{" "}
          {type === "SECRETS_MANAGER" && <span className="text-ink-3">from Secrets Manager</span>}
        </>
      ),
    })),
    ...(action.artifactFiles ?? []).map(({ artifact, files }) => ({
      key: `Files of ${artifact}`,
      value: <span className="font-mono text-secondary">{files.join(", ")}</span>,
    })),
    ...(action.outputVariables
      ? [{ key: "Output variables", value: action.outputVariables.join(", ") }]
      : []),
  ];
  const place: Array<{ key: string; value: ReactNode }> = [
    ...(action.namespace ? [{ key: "Namespace", value: action.namespace }] : []),
    ...(action.region ? [{ key: "Region", value: action.region }] : []),
    ...(action.roleArn
      ? [{ key: "Role", value: <span className="font-mono text-secondary break-all">{action.roleArn}</span> }]
      : []),
    ...(action.timeoutMs ? [{ key: "Timeout", value: formatSpan(action.timeoutMs) }] : []),
  ];
  return (
    <div className="grid gap-x-6 gap-y-2 px-4 py-2.5 lg:grid-cols-[minmax(0,320px)_minmax(0,1fr)]">
      <div className="grid min-w-0 grid-cols-[18px_minmax(0,1fr)]">
        <span
          className={clsx("num pt-px text-label", first ? "text-ink-3" : "sr-only")}
          title={`Run order ${action.runOrder}`}
        >
          <span className="sr-only">Run order </span>
          {action.runOrder}
        </span>
        <div className="col-start-2 flex min-w-0 flex-col gap-1">
          <h3 className="flex flex-wrap items-center gap-x-2 break-words text-body font-medium text-ink">
            <span className="min-w-0 break-words">{action.name}</span>
            {isTrigger && <Tag title="A trigger starts the pipeline from here">trigger</Tag>}
          </h3>
          <p className="min-w-0 break-words text-secondary text-ink-2">
            {category} · {provider}
            {own}
            {version !== undefined && version !== "1" && `, version ${version}`}
          </p>
          <Wiring inputs={action.inputArtifacts} outputs={action.outputArtifacts} />
        </div>
      </div>
      <div className="min-w-0 max-lg:pl-[18px]">
        {settings.length + place.length > 0 ? (
          <KeyValue items={[...settings, ...place]} />
        ) : (
          <p className="text-secondary text-ink-3">No configuration.</p>
        )}
      </div>
    </div>
  );
}

function Wiring({ inputs, outputs }: { inputs: readonly string[]; outputs: readonly string[] }) {
  if (inputs.length + outputs.length === 0) return null;
  return (
    <p className="flex min-w-0 flex-wrap items-baseline gap-x-1.5 text-secondary text-ink-3">
      <span className="sr-only">Artifacts: </span>
      {inputs.length > 0 && <span className="min-w-0 break-words text-ink-2">{inputs.join(", ")}</span>}
      <span aria-hidden>→</span>
      <span className="sr-only"> to </span>
      {outputs.length > 0 ? (
        <span className="min-w-0 break-words text-ink-2">{outputs.join(", ")}</span>
      ) : (
        <span>nothing</span>
      )}
    </p>
  );
}
