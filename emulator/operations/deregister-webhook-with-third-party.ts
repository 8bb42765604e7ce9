import { setRegistered } from "../engine/webhooks/register-webhook";
import { defineOperation } from "./operation";

interface Input {
  webhookName?: string;
}

/** DeregisterWebhookWithThirdParty: GitHub would no longer call the webhook; its URL still works. */
export const deregisterWebhookWithThirdParty = defineOperation<Input>({
  name: "DeregisterWebhookWithThirdParty",
  input: "DeregisterWebhookWithThirdPartyInput",
  errors: ["WebhookNotFound"],
  run(world, ctx, { webhookName }) {
    setRegistered(world, ctx, webhookName, false);
    return {};
  },
});
