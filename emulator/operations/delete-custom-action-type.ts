import { defineOperation } from "./operation";

interface Input {
  category: string;
  provider: string;
  version: string;
}

/** DeleteCustomActionType: marks a type as deleted; its jobs can no longer be asked for. One that is not there is no error. */
export const deleteCustomActionType = defineOperation<Input>({
  name: "DeleteCustomActionType",
  input: "DeleteCustomActionTypeInput",
  errors: ["ConcurrentModification"],
  run(world, ctx, id) {
    world.region(ctx.account, ctx.region).types.delete(id);
    return undefined;
  },
});
