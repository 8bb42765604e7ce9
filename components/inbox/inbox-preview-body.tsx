"use client";

import { ApprovalConditions } from "@/components/approvals/approval-conditions";
import { ApprovalQuestion } from "@/components/approvals/approval-question";
import { ConditionCard } from "@/components/pipelines/condition-card";
import { GateCard } from "@/components/pipelines/gate-card";
import { StageWaiting } from "@/components/pipelines/stage-waiting";
import type { InboxItem } from "@/lib/domain/inbox-item";
import { openApprovals } from "@/lib/domain/open-approvals";
import type { StageState } from "@/lib/domain/pipeline-state";
import { usePressConditions } from "@/lib/queries/access-queries";
import { InboxPreviewFailure } from "./inbox-preview-failure";
import { InboxShips } from "./inbox-ships";

export interface InboxPreviewBodyProps {
  item: InboxItem;
  stage: StageState;
}

/** What a person should know of an item before deciding. */
export function InboxPreviewBody({ item, stage }: InboxPreviewBodyProps) {
  const { target, pipeline, kind, executionId } = item;
  const conditions = usePressConditions({ target, pipeline });
  switch (kind) {
    case "approval": {
      const approval = stage.actions.flatMap(openApprovals).find((one) => one.executionId === executionId);
      return (
        <>
          <InboxShips of={{ target, pipeline, stage: stage.name }} executionId={executionId ?? ""} />
          <div className="flex flex-col gap-2 border-t px-4 py-3 empty:hidden">
            {approval && <ApprovalQuestion approval={approval} />}
            <ApprovalConditions conditions={conditions} />
          </div>
        </>
      );
    }
    case "failure":
      return <InboxPreviewFailure item={item} stage={stage} />;
    case "condition":
      return (
        <div className="flex flex-col gap-3 border-t px-4 py-3">
          <StageWaiting of={{ target, pipeline, stage: stage.name }} stage={stage} />
          {stage.beforeEntry && <ConditionCard condition={stage.beforeEntry} when="Before entry" />}
          {stage.onSuccess && <ConditionCard condition={stage.onSuccess} when="On success" />}
        </div>
      );
    case "gate":
      return (
        <div className="border-t px-4 py-3">
          <GateCard stage={stage} />
        </div>
      );
  }
}
