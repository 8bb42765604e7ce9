import type { StageShips } from "@/lib/domain/stage-ships";

/** Which variables would change, from what to what. */
export function ShipsVariables({ changed, same }: NonNullable<StageShips["variables"]>) {
  if (changed.length === 0) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t py-1.5">
      <strong className="font-semibold text-ink">Variables</strong>
      {changed.map(({ name, from, to, hidden }) => (
        <span key={name} className="flex min-w-0 flex-wrap items-center gap-x-1.5">
          <code className="font-mono text-secondary text-ink-2">{name}</code>
          {hidden ? (
            <span className="text-secondary text-ink-3">changes, hidden by policy</span>
          ) : (
            <>
              <span className="break-all text-ink-3">{from ?? "not set"}</span>
              <span aria-hidden>→</span>
              <strong className="font-semibold break-all text-ink">{to ?? "not set"}</strong>
            </>
          )}
        </span>
      ))}
      {same > 0 && <span className="ml-auto text-secondary text-ink-3">{same} the same</span>}
    </p>
  );
}
