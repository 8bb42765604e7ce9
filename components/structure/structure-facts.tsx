import { ActionPanelSection } from "@/components/pipelines/action-panel-section";
import { modeWord } from "@/components/pipelines/mode-word";
import { ExternalLink } from "@/components/ui/external-link";
import { KeyValue } from "@/components/ui/key-value";
import { exactInstant } from "@/lib/domain/instant-words";
import type { PipelineStructure } from "@/lib/domain/structure";

/** What holds for all of a pipeline: how it runs, as whom, and where its artifacts are kept. */
export function StructureFacts({ structure }: { structure: PipelineStructure }) {
  const { version, executionMode, pipelineType, roleArn, arn, createdAt, updatedAt } = structure;
  const { pollingDisabledAt, artifactStores = [] } = structure;
  const facts = [
    version !== undefined && { key: "Version", value: <span className="num">{version}</span> },
    { key: "Execution mode", value: modeWord(executionMode) },
    pipelineType !== undefined && { key: "Type", value: pipelineType },
    roleArn !== undefined && { key: "Role", value: <Code text={roleArn} /> },
    arn !== undefined && { key: "ARN", value: <Code text={arn} /> },
    createdAt !== undefined && { key: "Created", value: exactInstant(createdAt) },
    updatedAt !== undefined && { key: "Last updated", value: exactInstant(updatedAt) },
    pollingDisabledAt !== undefined && {
      key: "Polling",
      value: `switched off by AWS on ${exactInstant(pollingDisabledAt)}, after 30 days without an execution`,
    },
  ].filter((item) => item !== false);
  return (
    <>
      <ActionPanelSection
        title="Pipeline"
        aside={
          <ExternalLink href={structure.consoleUrl} quiet>
            Open in AWS
          </ExternalLink>
        }
      >
        <KeyValue items={facts} />
      </ActionPanelSection>
      {artifactStores.length > 0 && (
        <ActionPanelSection title={artifactStores.length === 1 ? "Artifact store" : "Artifact stores"}>
          {artifactStores.map(({ region, type, location, encryptionKey }) => (
            <KeyValue
              key={region ?? location}
              items={[
                ...(region === undefined ? [] : [{ key: "Region", value: region }]),
                { key: type === "S3" ? "Bucket" : type, value: <Code text={location} /> },
                {
                  key: "Encryption key",
                  value:
                    encryptionKey === undefined ? (
                      <span className="text-ink-3">AWS’s own for S3</span>
                    ) : (
                      <Code text={encryptionKey.id} />
                    ),
                },
              ]}
            />
          ))}
        </ActionPanelSection>
      )}
    </>
  );
}

function Code({ text }: { text: string }) {
  return <span className="font-mono text-secondary break-all">{text}</span>;
}
