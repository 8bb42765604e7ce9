import Link from "next/link";
import { ActionPanelError } from "@/components/pipelines/action-panel-error";
import { ActionPanelLinks } from "@/components/pipelines/action-panel-links";
import { SinceLastSuccess } from "@/components/pipelines/since-last-success";
import { executionAddress } from "@/lib/domain/execution-address";
import type { InboxItem } from "@/lib/domain/inbox-item";
import type { StageState } from "@/lib/domain/pipeline-state";
import { InboxPreviewSection } from "./inbox-preview-section";

/** What failed in a stage: each action in AWS's words, where to read on, and what it ran. */
export function InboxPreviewFailure({ item, stage }: { item: InboxItem; stage: StageState }) {
  // What the stage shows is another execution's then.
  const { actions = [], revision, retry }: Partial<StageState> = item.ownPage ? {} : stage;
  const failed = actions.filter(({ standing }) => standing === "Failed");
  const tries = retry === undefined ? 0 : retry.automatic + retry.manual;
  return (
    <>
      {failed.map((action) => (
        <div key={action.name}>
          <InboxPreviewSection title={action.name} aside={<Provider name={action.provider} />}>
            {action.summary !== undefined && action.error === undefined && (
              <p className="text-secondary break-words text-ink-2">{action.summary}</p>
            )}
            {action.summary === undefined && action.error === undefined && (
              <p className="text-secondary text-ink-3">AWS gives no reason.</p>
            )}
          </InboxPreviewSection>
          {action.error !== undefined && <ActionPanelError error={action.error} />}
          <ActionPanelLinks action={action} />
        </div>
      ))}
      {item.executionId !== undefined && (
        <div className="border-t px-4 py-3">
          <SinceLastSuccess
            of={{ target: item.target, pipeline: item.pipeline, stage: item.stage }}
            executionId={item.executionId}
          />
        </div>
      )}
      {item.executionId !== undefined && (
        <InboxPreviewSection title="Execution">
          <p className="text-secondary">
            <Link
              href={executionAddress(item.target, item.pipeline, item.executionId)}
              prefetch={false}
              className="font-medium text-accent hover:underline"
            >
              {item.label ?? item.executionId.slice(0, 8)}
            </Link>
            {revision?.summary !== undefined && ` ${revision.summary}`}
            {revision?.author !== undefined && <span className="text-ink-3">, {revision.author}</span>}
          </p>
          {tries > 0 && (
            <p className="text-secondary text-ink-3">
              Tried again {tries === 1 ? "once" : `${tries} times`} already.
            </p>
          )}
        </InboxPreviewSection>
      )}
    </>
  );
}

function Provider({ name }: { name: string }) {
  return <span className="font-normal text-ink-3">{name}</span>;
}
