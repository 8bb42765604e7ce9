import type { ReactNode } from "react";
import { usePerson } from "@/components/layout/session-provider";
import { Button } from "@/components/ui/button";

export interface PressButtonsProps {
  /** Why it cannot be pressed now. */
  off?: string;
  /** The world moved while the dialog was open: the press is replaced by a look at what is there. */
  onAgain?: () => void;
  label: ReactNode;
  variant: "primary" | "danger-solid";
  keep: string;
  onKeep: () => void;
  onPress: () => void;
}

/** Who decides, the way back, and the press that says what it will do, or why it is off. */
export function PressButtons({ off, onAgain, label, variant, keep, onKeep, onPress }: PressButtonsProps) {
  const { name } = usePerson();
  return (
    <div className="flex w-full items-center gap-x-4 gap-y-2 max-sm:flex-col-reverse max-sm:items-stretch">
      <p className="min-w-0 flex-1 text-secondary text-ink-3 max-sm:text-center" aria-live="polite">
        {off ?? (
          <>
            You are <strong className="font-semibold text-ink-2">{name}</strong>. The receipt keeps your name.
            <br className="max-sm:hidden" /> Checked again at the moment you press.
          </>
        )}
      </p>
      <div className="flex shrink-0 gap-2.5 max-sm:*:min-w-0 max-sm:*:flex-1">
        <Button size="lg" onClick={onKeep}>
          {keep}
        </Button>
        {onAgain === undefined ? (
          <Button
            size="lg"
            variant={variant}
            disabledReason={off}
            onClick={onPress}
            className="max-sm:!flex-[1.9]"
          >
            <span className="truncate max-sm:leading-5 max-sm:text-wrap">{label}</span>
          </Button>
        ) : (
          <Button size="lg" variant="primary" onClick={onAgain} className="max-sm:!flex-[1.9]">
            Look at what is there now
          </Button>
        )}
      </div>
    </div>
  );
}
