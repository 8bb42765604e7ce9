import type { CustomTypeDefinition } from "../engine/action-types/custom-type";
import { type Tag, tagList, withTags } from "../engine/tags";
import { actionTypeView } from "../engine/views/action-type-view";
import { defineOperation } from "./operation";

type Input = CustomTypeDefinition & { tags?: Tag[] };

/** CreateCustomActionType: from now on actions of the type wait for a worker that asks for jobs. */
export const createCustomActionType = defineOperation<Input>({
  name: "CreateCustomActionType",
  input: "CreateCustomActionTypeInput",
  errors: ["LimitExceeded", "TooManyTags", "InvalidTags", "ConcurrentModification"],
  run(world, ctx, { tags = [], ...definition }) {
    const { types } = world.region(ctx.account, ctx.region);
    const type = types.create(definition, (arn) => withTags(arn, new Map(), tags));
    return {
      actionType: actionTypeView(type.entry),
      ...(tags.length > 0 && { tags: tagList(type.tags) }),
    };
  },
});
