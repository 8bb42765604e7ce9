"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Countdown } from "@/components/ui/countdown";
import { Dialog } from "@/components/ui/dialog";
import type { Person } from "@/lib/domain/person";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { ApprovalDecision } from "./approval-decision";
import { type ApprovalPlace, approvalFacts } from "./approval-facts";

export interface ApprovalDialogProps {
  state: PipelineState;
  place: ApprovalPlace;
  person: Person;
  onClose: () => void;
  /** Called at the moment of the press with its key. */
  onPressed: (key: string) => void;
  /** Called when our server refused a press before recording it: there is no receipt under its key. */
  onNotRecorded: (key: string) => void;
  /** Leads to the decision on another execution at the same action. */
  onReview: (executionId: string) => void;
}

/**
 * The decision on one open approval. What a person reads is held as it was when the dialog opened; when another
 * execution waits there by now, the dialog says so and lets go of the button.
 */
export function ApprovalDialog(props: ApprovalDialogProps) {
  const { state, place, person, onClose, onPressed, onNotRecorded, onReview } = props;
  const [opened] = useState(() => approvalFacts(state, place));
  if (opened === undefined) {
    return (
      <Dialog
        open
        onClose={onClose}
        title="Nothing waits for an answer here"
        footer={
          <Button size="lg" onClick={onClose}>
            Close
          </Button>
        }
      >
        <p className="text-ink-2">
          {place.action} in {place.stage} has no open approval now. It was answered, stopped, or its time ran
          out.
        </p>
      </Dialog>
    );
  }
  const asked = place.executionId;
  return (
    <ApprovalDecision
      opened={opened}
      instead={asked === opened.approval.executionId ? undefined : asked}
      state={state}
      person={person}
      onClose={onClose}
      onPressed={onPressed}
      onNotRecorded={onNotRecorded}
      onReview={onReview}
      aside={
        <span className="flex shrink-0 max-sm:basis-full max-sm:*:flex-1">
          <Countdown expiresAt={opened.approval.expiresAt} totalMs={opened.approval.timeoutMs} />
        </span>
      }
    />
  );
}
