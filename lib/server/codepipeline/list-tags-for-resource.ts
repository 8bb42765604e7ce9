import "server-only";
import { ListTagsForResourceCommand } from "@aws-sdk/client-codepipeline";
import type { Tags } from "@/lib/domain/pipeline-tags";
import type { TargetConfig } from "../config/config";
import { MalformedAnswerError } from "./aws-failure";
import { objects } from "./lenient";
import { readAws } from "./read-aws";

/** More pages than fifty tags, the most there are, could fill. */
const MOST_PAGES = 50;

/** The tags of a pipeline, by key in their order (ListTagsForResource, followed to its end). Throws AwsReadError. */
export async function listTagsForResource(target: TargetConfig, pipeline: string): Promise<Tags> {
  const resourceArn = arnOf(target, pipeline);
  const all = new Map<string, string>();
  let nextToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const output = await readAws(target, "ListTagsForResource", async (client, abortSignal) => {
      const answer = await client.send(new ListTagsForResourceCommand({ resourceArn, nextToken }), {
        abortSignal,
      });
      if (answer.tags !== undefined && !Array.isArray(answer.tags))
        throw new MalformedAnswerError("ListTagsForResource answered with tags that are no list");
      return answer;
    });
    for (const { key, value } of objects(output.tags))
      if (typeof key === "string") all.set(key, typeof value === "string" ? value : "");
    nextToken = output.nextToken;
    if (nextToken === undefined) break;
  }
  return Object.fromEntries([...all].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function arnOf({ roleArn, region, account }: TargetConfig, pipeline: string): string {
  const partition = roleArn?.split(":")[1] ?? partitionOf(region);
  return `arn:${partition}:codepipeline:${region}:${account}:${pipeline}`;
}

function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
