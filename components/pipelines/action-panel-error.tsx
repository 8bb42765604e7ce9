import { CopyButton } from "@/components/ui/copy-button";
import type { ErrorDetails } from "@/lib/domain/pipeline-state";
import { ActionPanelSection } from "./action-panel-section";

export interface ActionPanelErrorProps {
  error: ErrorDetails;
}

/** Why a run failed, in AWS's words, to read and to copy. */
export function ActionPanelError({ error }: ActionPanelErrorProps) {
  return (
    <ActionPanelSection title="Error">
      <div className="rounded-control border border-l-2 border-l-bad-fill bg-sunken px-3 py-2 font-mono text-secondary break-words">
        {error.code !== undefined && <p className="font-medium text-bad">{error.code}</p>}
        {error.message !== undefined && <p className="whitespace-pre-wrap text-ink-2">{error.message}</p>}
      </div>
      <span className="flex">
        <CopyButton
          size="sm"
          label="Copy error"
          text={[error.code, error.message].filter(Boolean).join(": ")}
        />
      </span>
    </ActionPanelSection>
  );
}
