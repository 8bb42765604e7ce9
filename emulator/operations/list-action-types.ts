import { offeredTypes } from "../engine/action-types/action-types";
import { makeToken, readToken } from "../engine/paging";
import { actionTypeView } from "../engine/views/action-type-view";
import { defineOperation } from "./operation";

interface Input {
  actionOwnerFilter?: string;
  nextToken?: string;
  regionFilter?: string;
}

const pageSize = 50;

/** ListActionTypes: what AWS and its partners offer, the same in every region, then the account's own types. */
export const listActionTypes = defineOperation<Input>({
  name: "ListActionTypes",
  input: "ListActionTypesInput",
  errors: ["InvalidNextToken"],
  run(world, ctx, { actionOwnerFilter, nextToken, regionFilter }) {
    const parameters = { actionOwnerFilter, regionFilter };
    const scope = { seed: world.seed, ...ctx, operation: "ListActionTypes", parameters };
    const start = Number(readToken(scope, nextToken) ?? 0);
    const records = world.knownRegion(ctx.account, regionFilter ?? ctx.region);
    const wanted = (records?.types.all() ?? offeredTypes)
      .filter(({ place }) => place >= start)
      .filter(({ entry }) => actionOwnerFilter === undefined || entry.id.owner === actionOwnerFilter);
    const next = wanted[pageSize];
    return {
      actionTypes: wanted.slice(0, pageSize).map(({ entry }) => actionTypeView(entry)),
      ...(next && { nextToken: makeToken(scope, String(next.place)) }),
    };
  },
});
