import { type Tag, taggedPipeline, withTags } from "../engine/tags";
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
    const pipeline = taggedPipeline(world, ctx, resourceArn);
    pipeline.tags = withTags(resourceArn, pipeline.tags, tags);
    return {};
  },
});
