import { ServiceError } from "../engine/service-error";
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
  const properties = type.properties.slice(0, 10).map(({ name, required, secret }) => ({
    name,
    optional: !required,
    key: required,
    noEcho: secret,
    queryable: false,
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

/** GetActionType: an action type that AWS or one of its partners offers. */
export const getActionType = defineOperation<Input>({
  name: "GetActionType",
  input: "GetActionTypeInput",
  errors: ["ActionTypeNotFound"],
  run(_world, _ctx, id) {
    const type = actionTypeEntry(id);
    if (type?.id.version !== id.version) {
      const { category, owner, provider, version } = id;
      throw new ServiceError(
        "ActionTypeNotFoundException",
        `The action type (Category: '${category}', Owner: '${owner}', Provider: '${provider}', Version: '${version}') was not found`,
      );
    }
    return { actionType: declarationOf(type) };
  },
});
