import { readToken } from "../engine/paging";
import { taggedResource, tagList } from "../engine/tags";
import { defineOperation } from "./operation";

interface Input {
  resourceArn: string;
  nextToken?: string;
  maxResults?: number;
}

/** ListTagsForResource: all tags in one answer, by key, whatever maxResults says; so no token is ever valid. */
export const listTagsForResource = defineOperation<Input>({
  name: "ListTagsForResource",
  input: "ListTagsForResourceInput",
  errors: ["ResourceNotFound", "InvalidNextToken", "InvalidArn"],
  run(world, ctx, { resourceArn, nextToken }) {
    const resource = taggedResource(world, ctx, resourceArn);
    readToken(
      { seed: world.seed, ...ctx, operation: "ListTagsForResource", parameters: { resourceArn } },
      nextToken,
    );
    return { tags: tagList(resource.tags) };
  },
});
