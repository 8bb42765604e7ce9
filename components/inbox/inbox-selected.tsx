"use client";

import { usePerson } from "@/components/layout/session-provider";
import { DrainedProvider } from "@/components/pipelines/drained-provider";
import { PipelineDialogsOnDemand } from "@/components/pipelines/pipeline-dialogs-on-demand";
import { pressAddress } from "@/components/presses/press-address";
import { type PressOpener, PressOpenerContext } from "@/components/presses/press-opener";
import { useWhyNot } from "@/components/presses/use-why-not";
import type { InboxItem } from "@/lib/contract/inbox";
import { usePipelineState } from "@/lib/queries/pipeline-state-queries";
import type { InboxPlace } from "./inbox-place";
import { InboxPreview } from "./inbox-preview";
import type { ItemPresence } from "./item-presence";
import { useDecide } from "./use-decide";
import type { ChangeInboxParams, InboxParams } from "./use-inbox-params";

export interface InboxSelectedProps {
  id: string;
  place: InboxPlace;
  item: InboxItem | undefined;
  presence: ItemPresence;
  params: InboxParams;
  change: ChangeInboxParams;
}

/** The preview of the selected item, on the live state of its pipeline, and the decision that is open on it. */
export function InboxSelected({ id, place, item, presence, params, change }: InboxSelectedProps) {
  const { target, pipeline } = place;
  const { reply, problem } = usePipelineState(target, pipeline);
  const person = usePerson();
  const decide = useDecide(change);
  const whyNot = useWhyNot({ target, pipeline });
  const state = reply?.state;
  const opener: PressOpener | null =
    state === undefined
      ? null
      : {
          open: (address, execution) => change({ item: id, press: pressAddress(address), execution }),
          whyNot,
          executionMode: state.row.executionMode,
          pipelineType: state.row.pipelineType,
          firstStage: state.stages[0]?.name,
        };
  return (
    <DrainedProvider reply={reply}>
      <PressOpenerContext value={opener}>
        <InboxPreview
          place={place}
          item={item}
          presence={presence}
          reply={reply}
          problem={problem}
          onPress={() => item && decide(item)}
        />
      </PressOpenerContext>
      <PipelineDialogsOnDemand state={state} params={params} change={change} person={person} />
    </DrainedProvider>
  );
}
