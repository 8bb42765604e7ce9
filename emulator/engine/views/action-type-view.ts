import type { ActionTypeEntry } from "../../providers/action-type-catalogue";

/** More artifacts than this cannot be said in ArtifactDetails. */
const mostArtifacts = 5;
const mostProperties = 10;

function details([minimumCount, maximumCount]: readonly [number, number]): Record<string, number> {
  return { minimumCount, maximumCount: Math.min(maximumCount, mostArtifacts) };
}

/** ActionType of ListActionTypes and CreateCustomActionType. */
export function actionTypeView(type: ActionTypeEntry): Record<string, unknown> {
  const { entityUrlTemplate, executionUrlTemplate, revisionUrlTemplate, configurationUrl } = type;
  const settings = {
    ...(configurationUrl !== undefined && { thirdPartyConfigurationUrl: configurationUrl }),
    ...(entityUrlTemplate !== undefined && { entityUrlTemplate }),
    ...(executionUrlTemplate !== undefined && { executionUrlTemplate }),
    ...(revisionUrlTemplate !== undefined && { revisionUrlTemplate }),
  };
  return {
    id: type.id,
    ...(Object.keys(settings).length > 0 && { settings }),
    actionConfigurationProperties: type.properties.slice(0, mostProperties),
    inputArtifactDetails: details(type.inputs),
    outputArtifactDetails: details(type.outputs),
  };
}
