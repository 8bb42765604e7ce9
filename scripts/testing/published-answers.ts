import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import path from "node:path";
import { root } from "../stack/folders";

/** Answers that AWS published, beside the project where somebody keeps them; a clone has none. */
const folder = path.join(root, "../shared/reference/samples");

type Answer = Record<string, unknown>;

/** A stand-in for AWS: what each operation answers, whatever it is asked for. */
export type Scene = { id: string; url: string; answers: Record<string, Answer> };

/** Whether the published answers are there. */
export const havePublishedAnswers = existsSync(folder);

/** Starts a stand-in for each scene on a free port; it tells what it answers at `/answers`, too. */
export async function startPublishedAnswers(): Promise<{ scenes: Scene[]; stop: () => Promise<void> }> {
  const servers: Server[] = [];
  const scenes: Scene[] = [];
  for (const [id, answers] of Object.entries(scenery())) {
    const server = createServer((request, response) => {
      request.resume().on("end", () => {
        const operation = String(request.headers["x-amz-target"]).split(".").at(-1) ?? "";
        const body = gets(answers)[request.url ?? ""] ?? answers[operation];
        response.writeHead(body ? 200 : 400, { "content-type": "application/x-amz-json-1.1" });
        response.end(JSON.stringify(body ?? { __type: "UnknownOperationException" }));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("the server listens on no port");
    servers.push(server);
    scenes.push({ id, url: `http://127.0.0.1:${address.port}`, answers });
  }
  const stop = async () => {
    for (const server of servers) {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    }
  };
  return { scenes, stop };
}

/** As an emulator tells of itself, so that the demo's people may sign in; and the answers for the tests to compare. */
function gets(answers: Record<string, Answer>): Record<string, unknown> {
  return {
    "/_emulator/status": { now: new Date().toISOString(), world: "published", clock: "wall" },
    "/answers": answers,
  };
}

function scenery(): Record<string, Record<string, Answer>> {
  const all = {
    ListPipelines: published("list-pipelines.json"),
    GetPipelineState: published("get-pipeline-state.api-reference.json"),
    GetPipeline: published("get-pipeline.api-reference.json"),
    ListPipelineExecutions: published("list-pipeline-executions.userguide-v2.json"),
    GetPipelineExecution: published("get-pipeline-execution.json"),
    ListActionExecutions: published("list-action-executions.json"),
    ListRuleExecutions: published("list-rule-executions.json"),
  };
  return {
    rest: all,
    closed: {
      ...all,
      ListPipelines: published("list-pipelines.api-reference.json"),
      GetPipelineState: published("get-pipeline-state.userguide-disabled-transition.json"),
      GetPipelineExecution: published("get-pipeline-execution.userguide-rollback.json"),
    },
    // A fragment: its stage has no name, so none of it can be shown; the stages are those declared.
    approval: { ...all, GetPipelineState: published("get-pipeline-state.userguide-approval-fragment.json") },
    declared: { ...all, GetPipelineState: { pipelineName: "MyFirstPipeline" } },
  };
}

/** The text shows instants as the CLI prints them; the wire carries epoch seconds. */
function published(name: string): Answer {
  const answer: Answer = JSON.parse(readFileSync(path.join(folder, name), "utf8"), (key, value: unknown) =>
    /^(start|lastUpdate)Time$/.test(key) && typeof value === "string" ? Date.parse(value) / 1000 : value,
  );
  return answer;
}
