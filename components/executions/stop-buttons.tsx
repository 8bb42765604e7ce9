import { Button } from "@/components/ui/button";
import type { AccessAnswer } from "@/lib/contract/access";
import type { Person } from "@/lib/domain/person";
import type { Stoppable } from "./stop-facts";
import { stopButton } from "./stop-words";

export interface StopButtonsProps {
  chosen?: Stoppable;
  /** It ended while the dialog was open. */
  ended: boolean;
  abandon: boolean;
  reason: string;
  reasonMax: number;
  person: Person;
  /** Whether this press may be made. */
  permission: AccessAnswer;
  onClose: () => void;
  onStop: () => void;
}

function whyOff({
  chosen,
  ended,
  abandon,
  reason,
  reasonMax,
  permission,
}: StopButtonsProps): string | undefined {
  if (!permission.allowed) {
    return permission.why;
  }
  if (chosen === undefined) {
    return "Choose the execution first.";
  }
  if (ended) {
    return `${chosen.label} has ended while this was open.`;
  }
  if (chosen.stopping && !abandon) {
    return `${chosen.label} is stopping already; it can only be abandoned.`;
  }
  const length = reason.trim().length;
  if (length === 0) {
    return "Needs a reason to go on.";
  }
  return length > reasonMax ? `The reason is ${length - reasonMax} characters too long.` : undefined;
}

/** The way back, and the press that says what it stops. */
export function StopButtons(props: StopButtonsProps) {
  const { chosen, abandon, person, onClose, onStop } = props;
  const off = whyOff(props);
  return (
    <div className="flex w-full items-center gap-x-4 gap-y-2 max-sm:flex-col-reverse max-sm:items-stretch">
      <p className="min-w-0 flex-1 text-secondary text-ink-3 max-sm:text-center" aria-live="polite">
        {off ?? (
          <>
            You are <strong className="font-semibold text-ink-2">{person.name}</strong>. The receipt keeps
            your name.
          </>
        )}
      </p>
      <div className="flex shrink-0 gap-2.5 max-sm:*:min-w-0 max-sm:*:flex-1">
        <Button size="lg" onClick={onClose}>
          Keep running
        </Button>
        <Button
          size="lg"
          variant="danger-solid"
          disabledReason={off}
          onClick={onStop}
          className="max-sm:!flex-[1.6]"
        >
          <span className="truncate max-sm:leading-5 max-sm:text-wrap">
            {chosen === undefined ? (abandon ? "Abandon" : "Stop") : stopButton(chosen, abandon)}
          </span>
        </Button>
      </div>
    </div>
  );
}
