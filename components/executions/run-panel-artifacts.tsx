import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import type { ActionRun, ArtifactRef } from "@/lib/domain/execution-detail";

/** What a run of an action read, from whom, and what it put out. */
export function RunPanelArtifacts({ run }: { run: ActionRun }) {
  const artifacts = [
    ...run.inputArtifacts.map((artifact) => ({ way: "in", artifact })),
    ...run.outputArtifacts.map((artifact) => ({ way: "out", artifact })),
  ];
  if (artifacts.length === 0) return null;
  return (
    <ActionPanelSection title="Artifacts">
      <ul className="flex flex-col gap-1">
        {artifacts.map(({ way, artifact }) => (
          <li key={`${way} ${artifact.name}`} className="grid grid-cols-[40px_minmax(0,1fr)] text-body">
            <span className="text-ink-3">{way}</span>
            <span className="break-words text-ink">
              {artifact.name}
              {artifact.from !== undefined && (
                <span className="text-ink-3">
                  {" "}
                  from {artifact.from.stage}.{artifact.from.action}
                </span>
              )}
              <Location artifact={artifact} />
            </span>
          </li>
        ))}
      </ul>
    </ActionPanelSection>
  );
}

function Location({ artifact: { bucket, key } }: { artifact: ArtifactRef }) {
  if (bucket === undefined && key === undefined) return null;
  return (
    <span className="block font-mono text-label break-all text-ink-3">
      {bucket !== undefined && `s3://${bucket}/`}
      {key}
    </span>
  );
}
