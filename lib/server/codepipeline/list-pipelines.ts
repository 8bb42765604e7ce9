import "server-only";
import {
  type PipelineSummary as AwsPipelineSummary,
  ListPipelinesCommand,
} from "@aws-sdk/client-codepipeline";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { readAws } from "./read-aws";

export type { AwsPipelineSummary };

/** Every pipeline of the target (ListPipelines, followed to its end). Throws AwsReadError. */
export async function listPipelines(target: TargetConfig): Promise<AwsPipelineSummary[]> {
  const all: AwsPipelineSummary[] = [];
  const seen = new Set<string>();
  let nextToken: string | undefined;
  do {
    const page = await readAws(target, "ListPipelines", async (client, abortSignal) => {
      const output = await client.send(new ListPipelinesCommand({ nextToken, maxResults: 1000 }), {
        abortSignal,
      });
      if (!Array.isArray(output.pipelines))
        throw new MalformedAnswerError("ListPipelines answered without pipelines");
      // As far as it got it is no list: whatever is not in it would be taken for gone.
      if (output.nextToken !== undefined && seen.has(output.nextToken))
        throw new MalformedAnswerError("ListPipelines answered with a token it gave before");
      return output;
    });
    all.push(...(page.pipelines ?? []));
    nextToken = page.nextToken;
    if (nextToken !== undefined) seen.add(nextToken);
  } while (nextToken !== undefined);
  return all;
}
