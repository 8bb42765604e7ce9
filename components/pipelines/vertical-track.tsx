/** A piece of line that runs downwards through the room there is; double where executions run in parallel. */
export function VerticalTrack({ double = false }: { double?: boolean }) {
  return (
    <span aria-hidden className={double ? "w-2 flex-1 border-x-2 border-rail" : "w-0.5 flex-1 bg-rail"} />
  );
}
