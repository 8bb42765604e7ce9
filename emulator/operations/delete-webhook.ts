import { defineOperation } from "./operation";

interface Input {
  name: string;
}

/** DeleteWebhook: its URL is gone for good. One that is not there is no error. */
export const deleteWebhook = defineOperation<Input>({
  name: "DeleteWebhook",
  input: "DeleteWebhookInput",
  errors: ["ConcurrentModification"],
  run(world, ctx, { name }) {
    world.region(ctx.account, ctx.region).webhooks.delete(name);
    return {};
  },
});
