"use client";

import { DialogOnDemand } from "@/components/ui/dialog-on-demand";
import type { PipelineDialogsProps } from "./pipeline-dialogs";
import { pipelineDialogs } from "./pipeline-dialogs-part";

/** The dialog the URL asks for, once it asks for one. */
export function PipelineDialogsOnDemand(props: PipelineDialogsProps) {
  const { params, change } = props;
  if ([params.review, params.stop, params.press, params.receipt].every((each) => each === undefined)) {
    return null;
  }
  const close = () =>
    change(
      { review: undefined, execution: undefined, stop: undefined, press: undefined, receipt: undefined },
      { replace: true },
    );
  return <DialogOnDemand part={pipelineDialogs} hand={props} onClose={close} />;
}
