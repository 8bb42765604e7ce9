import { deliverToWebhook } from "../engine/webhooks/deliver";
import type { SmallWorld } from "../operations/testing/small-world";
import { errorCode } from "./attempt";
import type { Chronicle } from "./chronicle";

/** Calls webhooks as somebody outside does, also those that are gone. */
export class WebhookCallers {
  readonly #small: SmallWorld;
  readonly #chronicle: Chronicle;
  /** Every address there ever was, by pipeline. */
  readonly #tokens = new Map<string, string[]>();

  constructor(small: SmallWorld, chronicle: Chronicle) {
    this.#small = small;
    this.#chronicle = chronicle;
  }

  /** Makes the webhook of a pipeline, which lets pushes to the branch of its source through; answers what is wrong. */
  put(pipelineName: string): string | undefined {
    const webhook = {
      name: pipelineName,
      targetPipeline: pipelineName,
      targetAction: "App",
      filters: [{ jsonPath: "$.ref", matchEquals: "refs/heads/{BranchName}" }],
      authentication: "UNAUTHENTICATED",
      authenticationConfiguration: {},
    };
    let url = "";
    const code = errorCode(() => {
      url = this.#small.ask<{ webhook: { url: string } }>("PutWebhook", { webhook }).webhook.url;
    });
    if (code !== undefined)
      return code === "PipelineNotFoundException" ? undefined : `PutWebhook answers ${code}`;
    const known = this.#tokens.get(pipelineName) ?? [];
    const token = url.slice(url.lastIndexOf("/") + 1);
    if (known.includes(token) && token !== known.at(-1)) return `${pipelineName} has an old address again`;
    if (!known.includes(token)) this.#tokens.set(pipelineName, [...known, token]);
    return undefined;
  }

  remove(pipelineName: string): void {
    this.#small.ask("DeleteWebhook", { name: pipelineName });
  }

  /** Posts a push of `branch` to every address the pipeline's webhook had; answers what is wrong. */
  call(pipelineName: string, branch: string): string | undefined {
    const { world } = this.#small;
    for (const token of this.#tokens.get(pipelineName) ?? []) {
      const webhook = world.webhooksByToken.get(token);
      if (!webhook) continue;
      if (token !== this.#tokens.get(pipelineName)?.at(-1)) return `an old address of ${pipelineName} works`;
      const before = this.#chronicle.executions(pipelineName).length;
      const id = deliverToWebhook(world, webhook, { ref: `refs/heads/${branch}` });
      const started = this.#chronicle.executions(pipelineName).slice(before);
      const isThere = world.region(webhook.account, webhook.region).pipeline(pipelineName) !== undefined;
      const expected = isThere && branch === "main" ? 1 : 0;
      if (started.length !== expected || started[0]?.id !== id)
        return `a push of ${branch} started ${started.length} executions of ${pipelineName}, answered ${id}`;
      if (expected === 1 && started[0]?.triggerType !== "Webhook")
        return `what a webhook started says ${started[0]?.triggerType}`;
    }
    return undefined;
  }
}
