import { type Tag, taggedResource, withTags } from "../engine/tags";
import { defineOperation } from "./operation";

interface Input {
  resourceArn: string;
  tags: Tag[];
}

/** TagResource: adds tags, and overwrites the values of keys that are there. */
export const tagResource = defineOperation<Input>({
  name: "TagResource",
  input: "TagResourceInput",
  errors: ["ResourceNotFound", "InvalidArn", "TooManyTags", "InvalidTags", "ConcurrentModification"],
  run(world, ctx, { resourceArn, tags }) {
    const resource = taggedResource(world, ctx, resourceArn);
    resource.tags = withTags(resourceArn, resource.tags, tags);
    return {};
  },
});
