import { type Tag, withTags } from "../engine/tags";
import { webhookView } from "../engine/views/webhook-view";
import { putWebhook as put } from "../engine/webhooks/put-webhook";
import type { WebhookDefinition } from "../engine/webhooks/webhook";
import { defineOperation } from "./operation";

interface Input {
  webhook: WebhookDefinition;
  tags?: Tag[];
}

/** PutWebhook: makes or changes a webhook; who posts to its URL starts the pipeline. */
export const putWebhook = defineOperation<Input>({
  name: "PutWebhook",
  input: "PutWebhookInput",
  errors: [
    "LimitExceeded",
    "InvalidWebhookFilterPattern",
    "InvalidWebhookAuthenticationParameters",
    "PipelineNotFound",
    "TooManyTags",
    "InvalidTags",
    "ConcurrentModification",
  ],
  run(world, ctx, { webhook, tags = [] }) {
    const made = put(world, ctx, webhook, (arn, before) => withTags(arn, before, tags));
    return { webhook: webhookView(ctx.endpoint, made) };
  },
});
