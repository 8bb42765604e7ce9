import { CodePipelineClient, CreatePipelineCommand } from "@aws-sdk/client-codepipeline";
import { controlEmulator } from "../../testing/emulator-control";

const ACCOUNT = "111122223333";
const REGION = "eu-west-1";
/** AWS lets fifty executions of a pipeline in PARALLEL mode run at once, of which one begins with the pipeline. */
const A_PIPELINE = 40;
const HOUR_MS = 3_600_000;

/** An execution at work, and its pipeline. */
export type AtWork = { pipeline: string; id: string };

/** As many pipelines at the emulator as that many executions need to be at work at the same time; their names. */
export async function makeFleet(emulatorUrl: string, executions: number): Promise<string[]> {
  const names = Array.from({ length: Math.ceil(executions / A_PIPELINE) }, (_, index) => `fleet-${index}`);
  for (const name of names) await makePipeline(emulatorUrl, name);
  return names;
}

async function makePipeline(emulatorUrl: string, name: string): Promise<void> {
  const control = (path: string, body: unknown) => controlEmulator(emulatorUrl, "POST", path, body);
  await control("/outcomes", { pipeline: name, action: "Work", durationMs: HOUR_MS });
  const client = new CodePipelineClient({
    endpoint: emulatorUrl,
    region: REGION,
    credentials: { accessKeyId: `AKIA${ACCOUNT}`, secretAccessKey: "emulator" },
  });
  await client.send(
    new CreatePipelineCommand({
      pipeline: {
        name,
        roleArn: `arn:aws:iam::${ACCOUNT}:role/pipeline-service`,
        pipelineType: "V2",
        executionMode: "PARALLEL",
        artifactStore: { type: "S3", location: "artifacts" },
        stages: [
          {
            name: "Source",
            actions: [
              {
                name: "Repo",
                actionTypeId: { category: "Source", owner: "AWS", provider: "CodeCommit", version: "1" },
                configuration: { RepositoryName: "fleet", BranchName: "main", PollForSourceChanges: "false" },
                outputArtifacts: [{ name: "code" }],
              },
            ],
          },
          {
            name: "Work",
            actions: [
              {
                name: "Work",
                actionTypeId: { category: "Invoke", owner: "AWS", provider: "Lambda", version: "1" },
                configuration: { FunctionName: "work" },
              },
            ],
          },
        ],
      },
    }),
  );
  client.destroy();
}

/** Starts an execution. */
export async function startExecution(emulatorUrl: string, pipeline: string): Promise<AtWork> {
  const { executionIds } = await controlEmulator<{ executionIds: string[] }>(
    emulatorUrl,
    "POST",
    "/revisions",
    { account: ACCOUNT, region: REGION, pipeline, action: "Repo", summary: "One more" },
  );
  return { pipeline, id: executionIds[0] ?? "" };
}

/** Presses Abandon at an execution of the fleet, as the page does; the state of the receipt. */
export async function abandon(url: string, cookie: string, { pipeline, id }: AtWork): Promise<string> {
  const response = await fetch(`${url}/api/pipelines/dev-eu/${pipeline}/executions/${id}/stop`, {
    method: "POST",
    headers: {
      cookie,
      origin: url,
      "content-type": "application/json",
      "x-pipedeck-request": "1",
      "idempotency-key": crypto.randomUUID(),
    },
    body: JSON.stringify({ abandon: true, reason: "proving names" }),
  });
  const reply: { receipt?: { state: string; refusal?: { code: string } }; code?: string } =
    await response.json();
  return reply.receipt?.refusal?.code ?? reply.receipt?.state ?? `${response.status} ${reply.code}`;
}
