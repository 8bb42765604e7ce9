import { stoppable } from "@/components/executions/stop-facts";
import { pressAddress } from "@/components/presses/press-address";
import { stageOffers, wantsPress } from "@/components/presses/stage-offers";
import { actionKey } from "@/lib/domain/action-key";
import { openApprovals } from "@/lib/domain/open-approvals";
import { pipelinePath } from "@/lib/domain/pipeline-path";
import type { PipelineState } from "@/lib/domain/pipeline-state";
import type { Verb } from "@/lib/domain/receipt";
import { textRank } from "@/lib/domain/text-rank";
import type { PaletteEntry } from "./palette-entry";

/** The pipeline at hand. */
export interface Here {
  target: string;
  pipeline: string;
}

/**
 * What can be done with the pipeline at hand, by the dialogs of its page, and its pages. While nothing is typed the gates,
 * and stages that want no press, are left out.
 */
export function hereEntries(
  typed: string,
  here: Here,
  state: PipelineState | undefined,
  whyNot: (verb: Verb, stage?: string) => string | undefined,
): PaletteEntry[] {
  const path = pipelinePath(here.target, here.pipeline);
  const entry = (label: string, to: string, off?: string): PaletteEntry => ({
    id: `here ${to} ${label}`,
    section: "Here",
    label,
    off,
    to,
  });
  const dialog = (label: string, params: Record<string, string>, off?: string) =>
    entry(label, `${path}?${new URLSearchParams(params)}`, off);
  const presses = state === undefined ? [] : pressEntries(typed, state, whyNot, dialog);
  const entries = [
    ...presses,
    entry("Open the pipeline", path),
    entry("History", `${path}/executions`),
    entry("Structure", `${path}/structure`),
  ];
  const where = `${here.pipeline} ${here.target}`;
  return entries.filter(({ label }) => textRank(typed, `${label} ${where}`, { letters: false }) !== null);
}

function pressEntries(
  typed: string,
  state: PipelineState,
  whyNot: (verb: Verb, stage?: string) => string | undefined,
  dialog: (label: string, params: Record<string, string>, off?: string) => PaletteEntry,
): PaletteEntry[] {
  const { row, stages } = state;
  const approvals = stages.flatMap((stage) =>
    stage.actions.flatMap((action) =>
      openApprovals(action).map(({ executionId }) =>
        dialog(`Approve or reject ${action.name} in ${stage.name}…`, {
          review: actionKey(stage.name, action.name),
          execution: executionId,
        }),
      ),
    ),
  );
  const opener = {
    whyNot,
    executionMode: row.executionMode,
    pipelineType: row.pipelineType,
    firstStage: stages[0]?.name,
  };
  const ofStages = stages
    .filter((stage) => typed !== "" || wantsPress(stage))
    .flatMap((stage) =>
      stageOffers(stage, opener)
        .filter(({ address }) => typed !== "" || address.verb === "retry" || address.verb === "rollback")
        .map(({ address, execution, label, off }) =>
          dialog(
            `${label.replace("…", "")} ${stage.name}…`,
            { press: pressAddress(address), ...(execution !== undefined && { execution }) },
            off,
          ),
        ),
    );
  const stoppables = stoppable(state);
  const stops =
    typed === "" && stoppables.length > 1
      ? [dialog("Stop an execution…", { stop: "1" }, whyNot("stop"))]
      : stoppables.map(({ execution, label }) =>
          dialog(`Stop ${label}…`, { stop: execution.id }, whyNot("stop")),
        );
  const release = dialog(
    "Release a change…",
    { press: pressAddress({ verb: "release" }) },
    whyNot("release"),
  );
  return [...approvals, ...ofStages, ...stops, release];
}
