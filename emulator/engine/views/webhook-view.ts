import { tagList } from "../tags";
import type { Webhook } from "../webhooks/webhook";
import { wireInstant } from "./instant";

/** What stands where a secret was. */
const mask = "****";

/** Where to post to start what a webhook starts; `endpoint` is where the emulator is asked. */
export function webhookUrl(endpoint: string, { token }: Webhook): string {
  return `${endpoint}/webhooks/${token}`;
}

/** ListWebhookItem of PutWebhook and ListWebhooks. */
export function webhookView(endpoint: string, webhook: Webhook): Record<string, unknown> {
  const { definition, arn, tags, lastTriggeredAt } = webhook;
  const { SecretToken } = definition.authenticationConfiguration;
  return {
    definition: {
      ...definition,
      authenticationConfiguration: {
        ...definition.authenticationConfiguration,
        ...(SecretToken !== undefined && { SecretToken: mask }),
      },
    },
    url: webhookUrl(endpoint, webhook),
    ...(lastTriggeredAt !== undefined && { lastTriggered: wireInstant(lastTriggeredAt) }),
    arn,
    ...(tags.size > 0 && { tags: tagList(tags) }),
  };
}
