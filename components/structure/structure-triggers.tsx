import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import { KeyValue } from "@/components/ui/key-value";
import type { DeclaredTrigger, Patterns } from "@/lib/domain/structure";
import { filterWords } from "@/lib/domain/trigger-filter";
import { withKeys } from "./with-keys";

const KINDS = { push: "Push", pullRequest: "Pull request" } as const;

/** What starts the pipeline by itself, with its filters. */
export function StructureTriggers({ triggers }: { triggers: readonly DeclaredTrigger[] }) {
  if (triggers.length === 0) return null;
  return (
    <ActionPanelSection title="Triggers">
      {triggers.map((trigger) => (
        <div key={`${trigger.provider} ${trigger.sourceAction}`} className="flex flex-col gap-1.5">
          <p className="min-w-0 break-words text-ink">
            <span className="font-medium">{trigger.sourceAction}</span>{" "}
            <span className="text-ink-3">{trigger.provider}</span>
          </p>
          {trigger.filters.length === 0 && <p className="text-ink-3">Any push to its branch.</p>}
          {withKeys(trigger.filters, filterWords).map(({ key, item: filter }, index) => (
            <div key={key} className="rounded-control border border-dashed border-line-3 px-2.5 py-1.5">
              <p className="text-secondary font-medium text-ink-2">
                {index > 0 && "or "}
                {KINDS[filter.kind]}
                {filter.events.length > 0 && `: ${filter.events.join(", ").toLowerCase()}`}
              </p>
              <KeyValue
                items={[
                  ...patternItems("Branches", filter.branches),
                  ...patternItems("Tags", filter.tags),
                  ...patternItems("Files", filter.filePaths),
                ]}
              />
            </div>
          ))}
        </div>
      ))}
    </ActionPanelSection>
  );
}

function patternItems(key: string, { includes, excludes }: Patterns) {
  return [
    ...(includes.length === 0 ? [] : [{ key, value: <Globs globs={includes} /> }]),
    ...(excludes.length === 0 ? [] : [{ key: `${key}, not`, value: <Globs globs={excludes} /> }]),
  ];
}

function Globs({ globs }: { globs: readonly string[] }) {
  return <span className="font-mono text-secondary break-words">{globs.join(", ")}</span>;
}
