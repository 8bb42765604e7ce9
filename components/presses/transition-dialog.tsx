"use client";

import { useState } from "react";
import { GateCard } from "@/components/pipelines/gate-card";
import { toDisabledReason } from "@/lib/domain/disabled-reason";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import { useAtNow } from "@/lib/queries/server-now";
import { stageApi } from "@/lib/queries/stage-path";
import { NothingToPress } from "./nothing-to-press";
import type { PressControl } from "./press-control";
import { PressShell } from "./press-shell";
import { ShipsAsked } from "./ships-asked";
import {
  closeConsequence,
  openButton,
  openConsequence,
  transitionFacts,
  transitionMoved,
} from "./transition-facts";
import { useWhyNot } from "./use-why-not";

export interface TransitionDialogProps {
  state: PipelineState;
  stage: string;
  opens: boolean;
  control: PressControl;
}

/** Opening the way into a stage, which ships what waits there, or closing it. */
export function TransitionDialog({ state, stage, opens, control }: TransitionDialogProps) {
  const [opened] = useState(() => transitionFacts(state, stage));
  const whyNot = useWhyNot({ target: state.row.target, pipeline: state.row.name });
  const mode = state.row.executionMode;
  const ships = useAtNow((now) => (opened === undefined ? "" : openConsequence(opened, mode, now)));
  if (opened === undefined)
    return (
      <NothingToPress
        title="There is no such stage"
        why={`The pipeline has no stage ${stage}.`}
        control={control}
      />
    );
  const { waiting, before } = opened;
  const of = { target: state.row.target, pipeline: state.row.name, stage };
  const verb = opens ? "open-transition" : "close-transition";
  const [next] = waiting;
  const already = opened.stage.transition.enabled === opens;
  return (
    <PressShell
      verb={verb}
      subject={stage}
      title={opens ? `Open the gate into ${stage}?` : `Close the gate into ${stage}?`}
      subtitle={`${of.pipeline} in ${of.target}, transition into ${stage}`}
      place={of}
      path={`${stageApi(of)}/transition`}
      body={(reason) => ({
        type: "Inbound",
        enabled: opens,
        reason,
        ...(opens ? { seenWaiting: waiting.map(({ executionId }) => executionId) } : {}),
      })}
      choice={verb}
      reason={{
        required: true,
        max: 300,
        kept: opens ? "the receipt keeps it" : "AWS shows it at the gate",
        note: opens ? undefined : noteOnReason,
      }}
      off={whyNot(verb, stage) ?? (already ? `It is ${opens ? "open" : "closed"} already.` : undefined)}
      moved={already ? undefined : transitionMoved(opened, transitionFacts(state, stage), opens)}
      label={opens ? openButton(opened, mode) : "Close the gate"}
      variant={opens && next === undefined ? "primary" : "danger-solid"}
      keep={opens ? "Keep it closed" : "Keep it open"}
      control={control}
      facts={
        opens && (
          <div className="flex flex-col gap-3">
            <GateCard stage={opened.stage} />
            {next !== undefined && before !== undefined && mode !== "PARALLEL" && (
              <ShipsAsked
                of={{ ...of, stage: before.name }}
                asked={{ executionId: next.executionId }}
                becomes="Would enter"
              />
            )}
          </div>
        )
      }
    >
      <p className="text-ink-2">{opens ? ships : closeConsequence(opened)}</p>
    </PressShell>
  );
}

/** AWS takes fewer characters than people write. */
function noteOnReason(reason: string): string | undefined {
  const taken = toDisabledReason(reason);
  return reason === "" || taken === reason ? undefined : `AWS will show: ${taken}`;
}
