import { setRegistered } from "../engine/webhooks/register-webhook";
import { defineOperation } from "./operation";

interface Input {
  webhookName?: string;
}

/** RegisterWebhookWithThirdParty: GitHub would call the webhook from now on. */
export const registerWebhookWithThirdParty = defineOperation<Input>({
  name: "RegisterWebhookWithThirdParty",
  input: "RegisterWebhookWithThirdPartyInput",
  errors: ["WebhookNotFound"],
  run(world, ctx, { webhookName }) {
    setRegistered(world, ctx, webhookName, true);
    return {};
  },
});
