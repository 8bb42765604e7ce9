import { pipelineDialogs } from "@/components/pipelines/pipeline-dialogs-part";
import { usePressOpener } from "@/components/presses/press-opener";
import { stageOffers } from "@/components/presses/stage-offers";
import { WhyOff } from "@/components/presses/why-off";
import { Button } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import type { InboxItem } from "@/lib/contract/inbox";
import type { StageState } from "@/lib/domain/pipeline-state";

export interface InboxPreviewFootProps {
  item: InboxItem;
  stage: StageState;
  /** Opens the decision on the item. */
  onPress: () => void;
}

/** The buttons of an item, or why they are off, and how long there is. */
export function InboxPreviewFoot({ item, stage, onPress }: InboxPreviewFootProps) {
  const opener = usePressOpener();
  const { kind, may, deadlineAt, totalMs, ownPage } = item;
  const rollBack =
    kind === "failure" && !ownPage && opener !== null
      ? stageOffers(stage, opener).find(({ address }) => address.verb === "rollback")
      : undefined;
  return (
    <footer className="sticky bottom-tabs mt-auto flex flex-col gap-2.5 border-t bg-canvas px-4 py-3">
      {kind === "approval" && deadlineAt !== undefined && (
        <span className="flex *:flex-1">
          <Countdown expiresAt={deadlineAt} totalMs={totalMs} />
        </span>
      )}
      {!may.allowed && <p className="text-secondary text-ink-2">{may.why}</p>}
      {(may.allowed || rollBack?.off !== may.why) && <WhyOff why={rollBack?.off} />}
      <div className="flex gap-2.5">
        {rollBack && opener && (
          <Button
            size="lg"
            variant="danger"
            className="min-w-0 flex-1"
            disabledReason={rollBack.off}
            {...pipelineDialogs.intent}
            onClick={() => opener.open(rollBack.address)}
          >
            {rollBack.label}
          </Button>
        )}
        <Button
          size="lg"
          variant="primary"
          className="min-w-0 flex-[1.6]"
          disabledReason={kind === "approval" || ownPage || may.allowed ? undefined : may.why}
          {...pipelineDialogs.intent}
          onClick={onPress}
        >
          <span className="truncate">{words(item)}</span>
        </Button>
      </div>
    </footer>
  );
}

function words({ kind, label = "", stage, may, ownPage }: InboxItem): string {
  if (ownPage) return `Look at ${label}`;
  switch (kind) {
    case "approval":
      return may.allowed ? `Approve or reject ${label}…` : `Look at ${label}…`;
    case "failure":
      return `Retry ${stage}…`;
    case "condition":
      return `Override for ${label}…`;
    case "gate":
      return `Open gate into ${stage}…`;
  }
}
