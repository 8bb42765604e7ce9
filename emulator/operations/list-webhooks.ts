import { readToken } from "../engine/paging";
import { defineOperation } from "./operation";

interface Input {
  NextToken?: string;
  MaxResults?: number;
}

/** ListWebhooks: nobody can make one yet, so there is none and no token is ever valid. */
export const listWebhooks = defineOperation<Input>({
  name: "ListWebhooks",
  input: "ListWebhooksInput",
  errors: ["InvalidNextToken"],
  run(world, ctx, { NextToken }) {
    readToken({ seed: world.seed, ...ctx, operation: "ListWebhooks", parameters: {} }, NextToken);
    return { webhooks: [] };
  },
});
