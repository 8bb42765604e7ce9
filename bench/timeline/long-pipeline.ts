import { WordedError } from "../../scripts/processes/worded-error";
import { controlEmulator } from "../../scripts/testing/emulator-control";
import { cookieHeader } from "../../scripts/testing/session";
import { call } from "../emulator/signed-request";
import type { Application } from "../harness/application";

/** Stages of a pipeline, a source stage among them, and actions in each other one. */
export type Shape = { stages: number; actions: number };

const HOUR_MS = 3_600_000;
const PATIENCE_MS = 120_000;

/** Makes a pipeline of this shape, lets an execution go through all of it, and answers the path of that execution's page. */
export async function runThrough(app: Application, { stages, actions }: Shape): Promise<string> {
  const name = `long-${stages}-${actions}`;
  await call(app.emulator, "CreatePipeline", { pipeline: declaration(name, { stages, actions }) });
  const { pipelineExecutionId } = await call(app.emulator, "StartPipelineExecution", { name });
  for (let hour = 0; hour < stages; hour += 1)
    await controlEmulator(app.emulator, "POST", "/clock", { advanceMs: HOUR_MS });
  const target = await targetOf(app);
  const path = `/pipelines/${target}/${name}/executions/${pipelineExecutionId}`;
  await untilWhole(app, path);
  return path;
}

/** Waits until the application tells of a run of every action. */
async function untilWhole(app: Application, path: string): Promise<void> {
  const endMs = Date.now() + PATIENCE_MS;
  while (Date.now() < endMs) {
    const response = await fetch(`${app.url}/api${path}`, { headers: { cookie: cookieHeader(app.session) } });
    const body: { execution?: { summary: { status: string } } } = await response.json();
    if (body.execution?.summary.status === "Succeeded") return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new WordedError(`The execution at ${path} has not succeeded within ${PATIENCE_MS / 1000} s.`);
}

async function targetOf(app: Application): Promise<string> {
  const response = await fetch(`${app.url}/api/targets`, { headers: { cookie: cookieHeader(app.session) } });
  const { items }: { items: { id: string; account: string; region: string }[] } = await response.json();
  const target = items.find(({ account, region }) => account === "111122223333" && region === "eu-west-1");
  if (!target) throw new WordedError("The application has no target for the pipelines of the world scale.");
  return target.id;
}

function declaration(name: string, { stages, actions }: Shape): object {
  const type = (category: string, provider: string) => ({ category, owner: "AWS", provider, version: "1" });
  const source = {
    name: "code",
    actionTypeId: type("Source", "CodeCommit"),
    configuration: { RepositoryName: name, BranchName: "main", PollForSourceChanges: "false" },
    outputArtifacts: [{ name: "src" }],
  };
  const later = Array.from({ length: stages - 1 }, (_, stage) => ({
    name: `Stage-${stage + 1}`,
    actions: Array.from({ length: actions }, (_each, index) => ({
      name: `action-${stage + 1}-${index + 1}`,
      actionTypeId: type("Invoke", "Lambda"),
      runOrder: index + 1,
      configuration: { FunctionName: `function-${index + 1}` },
    })),
  }));
  return {
    name,
    roleArn: "arn:aws:iam::111122223333:role/pipeline-service",
    pipelineType: "V2",
    executionMode: "QUEUED",
    artifactStore: { type: "S3", location: "artifacts" },
    stages: [{ name: "Source", actions: [source] }, ...later],
  };
}
