"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { Person } from "@/lib/domain/person";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { shortExecution } from "@/lib/domain/short-id";
import { StopDecision } from "./stop-decision";
import { stoppable } from "./stop-facts";

export interface StopDialogProps {
  state: PipelineState;
  /** Execution that is meant; with anything else a person chooses. */
  executionId?: string;
  person: Person;
  onClose: () => void;
  onPressed: (key: string) => void;
  /** Called when our server refused a press before recording it: there is no receipt under its key. */
  onNotRecorded: (key: string) => void;
}

/** Which execution to stop, how, and why. What there is to choose from is held as it was opened. */
export function StopDialog(props: StopDialogProps) {
  const { state, executionId, person, onClose, onPressed, onNotRecorded } = props;
  const [opened] = useState(() => stoppable(state));
  const meant =
    opened.find((each) => each.execution.id === executionId) ??
    (opened.length === 1 && (executionId === undefined || executionId === "1") ? opened[0] : undefined);
  const [chosenId, setChosenId] = useState(meant?.execution.id);
  const [abandon, setAbandon] = useState(meant?.stopping === true);
  const [reason, setReason] = useState("");
  const named = executionId !== undefined && executionId !== "1" ? executionId : undefined;
  const ended = named !== undefined && meant?.execution.id !== named;
  if (opened.length === 0 || ended) {
    return (
      <Dialog
        open
        onClose={onClose}
        title={ended ? `Execution ${shortExecution(named)} has ended` : "There is nothing to stop"}
        footer={
          <Button size="lg" onClick={onClose}>
            Close
          </Button>
        }
      >
        <p className="text-ink-2">
          {ended
            ? `It is not on the line of ${state.row.name} any more, so there is nothing to stop of it.`
            : `Every execution of ${state.row.name} has finished.`}
        </p>
      </Dialog>
    );
  }
  return (
    <StopDecision
      state={state}
      opened={opened}
      chosenId={chosenId}
      abandon={abandon}
      reason={reason}
      person={person}
      onChoose={(id) => {
        setChosenId(id);
        if (opened.find((each) => each.execution.id === id)?.stopping === true) {
          setAbandon(true);
        }
      }}
      onAbandon={setAbandon}
      onReason={setReason}
      onClose={onClose}
      onPressed={onPressed}
      onNotRecorded={onNotRecorded}
    />
  );
}
