import { makeToken, readToken } from "../engine/paging";
import { type ActionTypeEntry, actionTypes } from "../providers/action-type-catalogue";
import { defineOperation } from "./operation";

interface Input {
  actionOwnerFilter?: string;
  nextToken?: string;
  regionFilter?: string;
}

const pageSize = 50;
/** More artifacts than this cannot be said in ArtifactDetails. */
const mostArtifacts = 5;

function details([minimumCount, maximumCount]: readonly [number, number]): Record<string, number> {
  return { minimumCount, maximumCount: Math.min(maximumCount, mostArtifacts) };
}

function actionType(type: ActionTypeEntry): Record<string, unknown> {
  return {
    id: type.id,
    ...(type.entityUrlTemplate !== undefined && { settings: { entityUrlTemplate: type.entityUrlTemplate } }),
    actionConfigurationProperties: type.properties.slice(0, 10).map(({ name, required, secret }) => ({
      name,
      required,
      key: required,
      secret,
      queryable: false,
    })),
    inputArtifactDetails: details(type.inputs),
    outputArtifactDetails: details(type.outputs),
  };
}

/** ListActionTypes: what AWS offers; every region offers the same. */
export const listActionTypes = defineOperation<Input>({
  name: "ListActionTypes",
  input: "ListActionTypesInput",
  errors: ["InvalidNextToken"],
  run(world, ctx, { actionOwnerFilter, nextToken, regionFilter }) {
    const parameters = { actionOwnerFilter, regionFilter };
    const scope = { seed: world.seed, ...ctx, operation: "ListActionTypes", parameters };
    const start = Number(readToken(scope, nextToken) ?? 0);
    const wanted = actionTypes.filter(
      ({ id }) => actionOwnerFilter === undefined || id.owner === actionOwnerFilter,
    );
    const end = start + pageSize;
    return {
      actionTypes: wanted.slice(start, end).map(actionType),
      ...(end < wanted.length && { nextToken: makeToken(scope, String(end)) }),
    };
  },
});
