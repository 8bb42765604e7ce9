"use client";

import { useState } from "react";
import { RevisionLines } from "@/components/presses/revision-lines";
import { PressNotice } from "@/components/receipts/press-notice";
import { pressView } from "@/components/receipts/press-view";
import { ReceiptCard } from "@/components/receipts/receipt-card";
import { ReceiptFooter } from "@/components/receipts/receipt-footer";
import { untrackReceipt } from "@/components/receipts/tracked-receipts";
import { useReceiptEffect } from "@/components/receipts/use-receipt-effect";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Segmented } from "@/components/ui/segmented";
import type { Person } from "@/lib/domain/person";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { usePermission } from "@/lib/queries/access-queries";
import { useExecution } from "@/lib/queries/execution-queries";
import { newPressKey } from "@/lib/queries/press-key";
import { useStopExecution } from "@/lib/queries/stop-mutations";
import { runningOf } from "./running-of";
import { StopButtons } from "./stop-buttons";
import { StopChoice } from "./stop-choice";
import { type Stoppable, stoppable } from "./stop-facts";
import { stopConsequence } from "./stop-words";

const REASON_MAX = 200;

export interface StopDecisionProps {
  state: PipelineState;
  opened: readonly Stoppable[];
  chosenId?: string;
  abandon: boolean;
  reason: string;
  person: Person;
  onChoose: (executionId: string) => void;
  onAbandon: (abandon: boolean) => void;
  onReason: (reason: string) => void;
  onClose: () => void;
  onPressed: (key: string) => void;
  onNotRecorded: (key: string) => void;
}

/** One decision: this execution, this way, each choice under a key of its own. After the press its receipt stands where the form stood. */
export function StopDecision(props: StopDecisionProps) {
  const { state, opened, chosenId, abandon, reason, person, onClose } = props;
  const { target, name: pipeline } = state.row;
  const choice = `${chosenId}/${abandon}`;
  const [keyed, setKeyed] = useState(() => ({ choice, key: newPressKey() }));
  if (keyed.choice !== choice) setKeyed({ choice, key: newPressKey() });
  const { key } = keyed;
  const live = stoppable(state);
  const chosen = opened.find((each) => each.execution.id === chosenId);
  const current = live.find((each) => each.execution.id === chosenId);
  const isParallel = state.row.executionMode === "PARALLEL";
  const { reply } = useExecution(target, pipeline, isParallel ? chosenId : undefined);
  const meant = chosen && runningOf(state, current ?? chosen, reply?.execution);
  const { standing, press } = useStopExecution({ target, pipeline, executionId: chosenId ?? "" }, key, () =>
    props.onNotRecorded(key),
  );
  const receipt = standing.kind === "receipt" ? standing.receipt : undefined;
  const { effect } = useReceiptEffect(receipt);
  const view = pressView(standing, abandon ? "abandon" : "stop", chosen?.label ?? "", effect);
  const permission = usePermission({ target, pipeline }, abandon ? "abandon" : "stop");
  const subject = chosen === undefined ? `an execution of ${pipeline}` : chosen.label;

  const close = () => {
    if (view?.settled === true) {
      untrackReceipt(key);
    }
    onClose();
  };

  return (
    <Dialog
      open
      onClose={close}
      width="lg"
      title={`${abandon ? "Abandon" : "Stop"} ${subject}${view === undefined ? "?" : ""}`}
      subtitle={`${pipeline} in ${target}${chosen === undefined ? "" : `, execution ${chosen.execution.id.slice(0, 8)}`}`}
      footer={
        view === undefined ? (
          <StopButtons
            chosen={meant}
            ended={chosen !== undefined && current === undefined}
            abandon={abandon}
            reason={reason}
            reasonMax={REASON_MAX}
            person={person}
            permission={permission}
            onClose={onClose}
            onStop={() => {
              props.onPressed(key);
              press({ abandon, reason: reason.trim() });
            }}
          />
        ) : (
          <ReceiptFooter id={key} onClose={close} />
        )
      }
    >
      <div className="flex flex-col gap-4 pt-2">
        {opened.length > 1 && (
          <StopChoice
            options={opened}
            chosenId={chosenId}
            locked={view !== undefined}
            onChoose={props.onChoose}
          />
        )}
        {opened.length === 1 && chosen !== undefined && (
          <RevisionLines revisions={chosen.execution.revisions} />
        )}
        {view === undefined ? (
          <div className="flex min-h-[200px] flex-col gap-3">
            <div className="flex flex-col gap-1.5">
              <span className="flex max-sm:*:flex-1 max-sm:[&_button]:flex-1">
                <Segmented
                  label="What happens to actions that run"
                  size="filter"
                  options={[
                    { value: "wait", label: "Let actions finish" },
                    { value: "abandon", label: "Abandon actions" },
                  ]}
                  value={abandon ? "abandon" : "wait"}
                  onChange={(value) => props.onAbandon(value === "abandon")}
                />
              </span>
              <p className="min-h-10 text-ink-2" aria-live="polite">
                {meant === undefined
                  ? "Choose the execution to stop; the others go on."
                  : stopConsequence(meant, abandon)}
              </p>
            </div>
            <Field
              label="Reason"
              hint={`required, up to ${REASON_MAX} characters; AWS keeps it with the execution`}
              value={reason}
              onChange={props.onReason}
              placeholder="Why now"
              lines={2}
              required
              error={reason.trim().length > REASON_MAX ? `${REASON_MAX} characters at most` : undefined}
              aside={
                <span className="num shrink-0 text-secondary text-ink-3">
                  {reason.trim().length} / {REASON_MAX}
                </span>
              }
            />
            <PressNotice standing={standing} />
          </div>
        ) : (
          <div className="min-h-[200px]">
            <ReceiptCard view={view} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
