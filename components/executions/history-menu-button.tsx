import { shortExecution } from "@/lib/domain/short-id";

export interface HistoryMenuButtonProps {
  id: string;
  onMenu: (id: string, button: HTMLButtonElement) => void;
}

/** Opens what can be pressed on the execution of a row. */
export function HistoryMenuButton({ id, onMenu }: HistoryMenuButtonProps) {
  return (
    <button
      type="button"
      aria-haspopup="true"
      aria-label={`Presses on ${shortExecution(id)}`}
      title={`What can be pressed on ${shortExecution(id)}`}
      onClick={(event) => onMenu(id, event.currentTarget)}
      className="thumb relative z-10 inline-flex h-6 w-7 shrink-0 items-center justify-center rounded-ticket text-ink-3 hover:bg-line hover:text-ink"
    >
      <span aria-hidden>⋯</span>
    </button>
  );
}
