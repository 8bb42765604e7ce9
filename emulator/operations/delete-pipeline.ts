import { deletePipeline as remove } from "../engine/create-pipeline";
import { defineOperation } from "./operation";

/** DeletePipeline: a name that does not exist is a success. */
export const deletePipeline = defineOperation<{ name: string }>({
  name: "DeletePipeline",
  input: "DeletePipelineInput",
  errors: ["ConcurrentModification"],
  run(world, ctx, { name }) {
    const pipeline = world.region(ctx.account, ctx.region).pipeline(name);
    if (pipeline) remove(world, pipeline);
    return undefined;
  },
});
