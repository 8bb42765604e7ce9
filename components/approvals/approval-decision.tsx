"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { draftOf, keepDraft } from "@/components/presses/reason-draft";
import { RevisionLines } from "@/components/presses/revision-lines";
import { ShipsAsked } from "@/components/presses/ships-asked";
import { PressNotice } from "@/components/receipts/press-notice";
import { pressView } from "@/components/receipts/press-view";
import { ReceiptCard } from "@/components/receipts/receipt-card";
import { ReceiptFooter } from "@/components/receipts/receipt-footer";
import { untrackReceipt } from "@/components/receipts/tracked-receipts";
import { useReceiptEffect } from "@/components/receipts/use-receipt-effect";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import type { Person } from "@/lib/domain/person";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { usePermission, usePressConditions } from "@/lib/queries/access-queries";
import { useAnswerApproval } from "@/lib/queries/approval-mutations";
import { newPressKey } from "@/lib/queries/press-key";
import { useShips } from "@/lib/queries/ships-queries";
import { ApprovalButtons } from "./approval-buttons";
import { ApprovalConditions } from "./approval-conditions";
import { type ApprovalFacts, approvalFacts, movedWorld } from "./approval-facts";
import { ApprovalQuestion } from "./approval-question";
import { ApprovalWarnings } from "./approval-warnings";

const COMMENT_MAX = 512;
/** Refusals after which a look at what waits now leads on. */
const MOVED = ["approval.moved", "stage.newer-waiting"];

export interface ApprovalDecisionProps {
  opened: ApprovalFacts;
  /** The execution that was asked for, where another waits by now. */
  instead?: string;
  state: PipelineState;
  person: Person;
  aside: ReactNode;
  onClose: () => void;
  onPressed: (key: string) => void;
  onNotRecorded: (key: string) => void;
  onReview: (executionId: string) => void;
}

/** What would ship, and the buttons; after the press the receipt stands where comment and buttons stood. */
export function ApprovalDecision(props: ApprovalDecisionProps) {
  const { opened, instead, state, person, aside, onClose, onPressed, onNotRecorded, onReview } = props;
  const { stage, action, approval, label, destination } = opened;
  const { target, name: pipeline } = state.row;
  const at = { target, pipeline, stage: stage.name };
  const asked = { executionId: approval.executionId };
  const [key] = useState(newPressKey);
  const draftPlace = `${target}/${pipeline}/${stage.name}/${action.name}`;
  const [comment, setComment] = useState(() => draftOf(draftPlace));
  const [rejecting, setRejecting] = useState(false);
  const permission = usePermission(at, rejecting ? "reject" : "approve");
  const { standing, press } = useAnswerApproval({ ...at, action: action.name }, key, () =>
    onNotRecorded(key),
  );
  const receipt = standing.kind === "receipt" ? standing.receipt : undefined;
  const { effect } = useReceiptEffect(receipt);
  const verb = receipt?.verb ?? (rejecting ? "reject" : "approve");
  const view = pressView(standing, verb, label, effect);
  const place = { stage: stage.name, action: action.name, executionId: approval.executionId };
  const moved = view === undefined ? movedWorld(opened, approvalFacts(state, place)) : undefined;
  const now = approvalFacts(state, place);
  const next = MOVED.includes(receipt?.refusal?.code ?? "") ? now : undefined;

  const form = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (rejecting) {
      form.current?.querySelector("textarea")?.focus();
    }
  }, [rejecting]);

  const close = () => {
    if (view?.settled === true) {
      untrackReceipt(key);
    }
    keepDraft(draftPlace, "");
    onClose();
  };

  const review = (executionId: string) => {
    keepDraft(draftPlace, comment);
    onReview(executionId);
  };

  const again = (executionId: string) => {
    untrackReceipt(key);
    review(executionId);
  };

  const answer = (result: "Approved" | "Rejected") => {
    onPressed(key);
    press({
      executionId: approval.executionId,
      result,
      summary: comment.trim(),
      seenWaiting: opened.behindIds,
    });
  };

  const conditions = usePressConditions({ target, pipeline });
  const { approval: byRules } = useShips(at, asked, true);

  return (
    <Dialog
      open
      onClose={close}
      width="lg"
      title={`${rejecting ? `Reject ${label}` : `Approve ${label} for ${destination}`}${view === undefined ? "?" : ""}`}
      subtitle={`${pipeline} in ${target}, action ${action.name}, execution ${approval.executionId.slice(0, 8)}`}
      aside={aside}
      footer={
        view === undefined ? (
          <ApprovalButtons
            facts={opened}
            person={person}
            permission={permission}
            comment={comment}
            commentMax={COMMENT_MAX}
            conditions={conditions}
            approval={byRules}
            rejecting={rejecting}
            moved={moved}
            onRejecting={setRejecting}
            onAnswer={answer}
            onReview={review}
          />
        ) : (
          <ReceiptFooter id={key} onClose={close}>
            {next !== undefined && (
              <Button variant="primary" size="lg" onClick={() => again(next.approval.executionId)}>
                {next.approval.executionId === approval.executionId
                  ? "Look at what is there now"
                  : `Show what ${next.label} ships`}
              </Button>
            )}
          </ReceiptFooter>
        )
      }
    >
      <div className="flex flex-col gap-3 pt-1">
        <ApprovalWarnings facts={opened} moved={moved} instead={instead} />
        <ApprovalQuestion approval={approval} />
        <ShipsAsked
          of={at}
          asked={asked}
          becomes="Would ship"
          known={<RevisionLines revisions={opened.revisions} />}
        />
        <div className="min-h-[104px] border-t pt-3">
          {view === undefined ? (
            <div ref={form} className="flex flex-col gap-3">
              <Field
                label={rejecting ? "Why" : "Comment"}
                hint={
                  rejecting
                    ? "required to reject, stays with the approval"
                    : "stays with the approval, required to reject"
                }
                value={comment}
                onChange={setComment}
                lines={2}
                required={rejecting}
                error={comment.trim().length > COMMENT_MAX ? `${COMMENT_MAX} characters at most` : undefined}
                aside={
                  <span className="num shrink-0 text-secondary text-ink-3">
                    {comment.trim().length} / {COMMENT_MAX}
                  </span>
                }
              />
              <ApprovalConditions conditions={conditions} />
              <PressNotice standing={standing} />
            </div>
          ) : (
            <ReceiptCard view={view} />
          )}
        </div>
      </div>
    </Dialog>
  );
}
