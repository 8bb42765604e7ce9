import { WordedError } from "../../scripts/processes/worded-error";
import { call, type SignedRequest, scaleKeys, signedRequest } from "../emulator/signed-request";
import type { Measured } from "../harness/interleave";

const perMeasure = 50;
const operation = "ListPipelineExecutions";

/** How long the first and the last full page of a list take, in ms each, and how many pages there are. */
export type ListedPages = { first: Measured<number>; last: Measured<number>; count: number };

/** Lists the executions of the only pipeline of the emulator at `url` to the end. */
export async function listedPages(url: string): Promise<ListedPages> {
  const listed = await call(url, "ListPipelines", {});
  const [pipeline] = listed.pipelines as { name: string }[];
  const input = { pipelineName: pipeline?.name, maxResults: 100 };
  const inputs: object[] = [];
  for (let token: unknown, page = input as object; ; page = { ...input, nextToken: token }) {
    const answer = await call(url, operation, page);
    if ((answer.pipelineExecutionSummaries as unknown[]).length < 100) break;
    inputs.push(page);
    token = answer.nextToken;
    if (token === undefined) break;
  }
  return {
    first: () => timed(url, inputs[0]),
    last: () => timed(url, inputs.at(-1)),
    count: inputs.length,
  };
}

/** Milliseconds a page takes, over a row of requests one after the other. */
async function timed(url: string, input: object | undefined): Promise<number> {
  if (!input) throw new WordedError("The list has not even one full page.");
  const request = await signedRequest(url, { ...scaleKeys, operation, input });
  const startedAt = performance.now();
  for (let count = 0; count < perMeasure; count += 1) await send(request);
  return (performance.now() - startedAt) / perMeasure;
}

async function send({ url, headers, body }: SignedRequest): Promise<void> {
  const response = await fetch(url, { method: "POST", headers, body });
  await response.arrayBuffer();
  if (response.status !== 200) throw new WordedError(`${operation} answered ${response.status}.`);
}
