import { namedRandom } from "../named-random";
import type { ArtifactPlace, Job } from "../record";
import type { Simulation } from "../simulation";

const longestValue = 1000;
const keyAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const secretAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function artifact({ name, s3location }: ArtifactPlace): Record<string, unknown> {
  const { bucket, key } = s3location;
  return { name, location: { type: "S3", s3Location: { bucketName: bucket, objectKey: key } } };
}

/** Keys for the artifacts. Nobody takes them, as there is no S3 here; the same for a job whenever it is asked for. */
function credentials({ seed }: Simulation, { id }: Job): Record<string, string> {
  const random = namedRandom(seed, id, "artifact credentials");
  return {
    accessKeyId: `ASIA${random.text(16, keyAlphabet)}`,
    secretAccessKey: random.text(40, secretAlphabet),
    sessionToken: random.text(160, secretAlphabet),
  };
}

/** Values as the structure of a job can carry them: not empty, and no longer than 1,000 characters. */
function configurationOf({ run }: Job): Record<string, string> {
  const entries = Object.entries(run.resolvedConfiguration).filter(([, value]) => value !== "");
  return Object.fromEntries(entries.map(([key, value]) => [key, value.slice(0, longestValue)]));
}

function pipelineContext({ run, clientId }: Job): Record<string, unknown> {
  const { execution, declaration } = run.stageRun;
  const { name, arn } = execution.pipeline;
  return {
    pipelineName: name,
    stage: { name: declaration.name },
    action: { name: run.declaration.name, actionExecutionId: run.id },
    ...(clientId === undefined && { pipelineArn: arn, pipelineExecutionId: execution.id }),
  };
}

/** JobData and ThirdPartyJobData: everything a worker needs, secrets in the open. */
export function jobData(sim: Simulation, job: Job): Record<string, unknown> {
  const { run, continuationToken } = job;
  const { declaration, pipeline } = run.stageRun.execution;
  const inputArtifacts = run.inputArtifacts.map(artifact);
  const outputArtifacts = (run.promisedArtifacts ?? []).map(artifact);
  const region = run.declaration.region ?? pipeline.region;
  const { encryptionKey } = declaration.artifactStores?.[region] ?? declaration.artifactStore ?? {};
  return {
    actionTypeId: run.declaration.actionTypeId,
    actionConfiguration: { configuration: configurationOf(job) },
    pipelineContext: pipelineContext(job),
    inputArtifacts,
    outputArtifacts,
    ...(inputArtifacts.length + outputArtifacts.length > 0 && {
      artifactCredentials: credentials(sim, job),
    }),
    ...(continuationToken !== undefined && { continuationToken }),
    ...(encryptionKey && { encryptionKey }),
  };
}
