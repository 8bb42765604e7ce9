import { Button } from "@/components/ui/button";
import { ProblemError } from "@/lib/queries/fetch-json";

/** A part of the settings could not be read even once. */
export function SettingsFailure({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const problem = error instanceof ProblemError ? error.problem : null;
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 px-3 py-3 text-ink-2">
      <p className="min-w-0 flex-1">
        <strong className="font-semibold text-ink">{problem?.title ?? "It could not be read"}.</strong>{" "}
        {problem?.detail ?? "The page could not make sense of the answer."}{" "}
        <code className="font-mono text-secondary">
          {problem === null ? error.message : `${problem.code}, request ${problem.requestId}`}
        </code>
      </p>
      <Button onClick={onRetry}>Try again</Button>
    </div>
  );
}
