import { noSuchType } from "../engine/action-types/no-such-type";
import { type ActionTypeEntry, actionTypeEntry } from "../providers/action-type-catalogue";
import { defineOperation } from "./operation";

interface Input {
  category: string;
  owner: string;
  provider: string;
  version: string;
}

function details([minimumCount, maximumCount]: readonly [number, number]): Record<string, number> {
  return { minimumCount, maximumCount };
}

/** ActionTypeDeclaration: AWS runs these types with job workers of its own. */
function declarationOf(type: ActionTypeEntry): Record<string, unknown> {
  const properties = type.properties.slice(0, 10).map(({ name, required, key, secret, queryable }) => ({
    name,
    optional: !required,
    key,
    noEcho: secret,
    queryable,
  }));
  return {
    id: type.id,
    executor: {
      type: "JobWorker",
      configuration: {
        jobWorkerExecutorConfiguration: { pollingServicePrincipals: ["codepipeline.amazonaws.com"] },
      },
    },
    inputArtifactDetails: details(type.inputs),
    outputArtifactDetails: details(type.outputs),
    permissions: { allowedAccounts: ["*"] },
    ...(properties.length > 0 && { properties }),
    ...(type.entityUrlTemplate !== undefined && { urls: { entityUrlTemplate: type.entityUrlTemplate } }),
  };
}

/** GetActionType: an action type that AWS or one of its partners offers, as its provider updated it last. */
export const getActionType = defineOperation<Input>({
  name: "GetActionType",
  input: "GetActionTypeInput",
  errors: ["ActionTypeNotFound"],
  run(world, ctx, id) {
    const updated = world.region(ctx.account, ctx.region).partners.of(id);
    if (updated) return { actionType: updated.declaration };
    const type = actionTypeEntry(id);
    if (type?.id.version !== id.version) throw noSuchType(id);
    return { actionType: declarationOf(type) };
  },
});
