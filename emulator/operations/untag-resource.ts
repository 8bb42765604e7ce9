import { taggedResource, withoutTags } from "../engine/tags";
import { defineOperation } from "./operation";

interface Input {
  resourceArn: string;
  tagKeys: string[];
}

/** UntagResource: keys the resource does not have are passed over. */
export const untagResource = defineOperation<Input>({
  name: "UntagResource",
  input: "UntagResourceInput",
  errors: ["ResourceNotFound", "InvalidArn", "InvalidTags", "ConcurrentModification"],
  run(world, ctx, { resourceArn, tagKeys }) {
    const resource = taggedResource(world, ctx, resourceArn);
    resource.tags = withoutTags(resource.tags, tagKeys);
    return {};
  },
});
