import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { PressControl } from "./press-control";

export interface NothingToPressProps {
  title: string;
  why: string;
  control: PressControl;
}

/** A decision that cannot be made, because what it was about is not there. */
export function NothingToPress({ title, why, control }: NothingToPressProps) {
  return (
    <Dialog
      open
      onClose={control.onClose}
      title={title}
      footer={
        <Button size="lg" onClick={control.onClose}>
          Close
        </Button>
      }
    >
      <p className="text-ink-2">{why}</p>
    </Dialog>
  );
}
