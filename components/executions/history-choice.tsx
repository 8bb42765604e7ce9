import { shortExecution } from "@/lib/domain/short-id";

/** Chooses an execution to be compared with another. */
export function HistoryChoice({
  id,
  chosen,
  onChoose,
}: {
  id: string;
  chosen: boolean;
  onChoose: (id: string) => void;
}) {
  return (
    <label className="relative z-10 -m-2 flex size-9 items-center justify-center max-lg:-m-2.5 max-lg:size-11">
      <input
        type="checkbox"
        checked={chosen}
        onChange={() => onChoose(id)}
        aria-label={`Compare ${shortExecution(id)}`}
        className="size-3.5 accent-accent"
      />
    </label>
  );
}
