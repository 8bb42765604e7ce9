import { makeToken, readToken } from "../engine/paging";
import { webhookView } from "../engine/views/webhook-view";
import { defineOperation } from "./operation";

interface Input {
  NextToken?: string;
  MaxResults?: number;
}

const defaultPageSize = 100;

/** ListWebhooks: by name; a token names the last webhook seen. */
export const listWebhooks = defineOperation<Input>({
  name: "ListWebhooks",
  input: "ListWebhooksInput",
  errors: ["InvalidNextToken"],
  run(world, ctx, { NextToken, MaxResults = defaultPageSize }) {
    const scope = { seed: world.seed, ...ctx, operation: "ListWebhooks", parameters: {} };
    const found = world.region(ctx.account, ctx.region).webhooks.after(readToken(scope, NextToken) ?? "");
    const page = found.slice(0, MaxResults);
    const last = page.at(-1);
    return {
      webhooks: page.map((webhook) => webhookView(ctx.endpoint, webhook)),
      ...(found.length > page.length && last && { NextToken: makeToken(scope, last.definition.name) }),
    };
  },
});
