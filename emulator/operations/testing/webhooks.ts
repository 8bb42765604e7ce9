import type { ActionDeclaration } from "../../engine/declaration";
import { action, pipelineOf, stage, task } from "./declarations";
import { SmallWorld } from "./small-world";

const gitHub: ActionDeclaration = action("Source/GitHub", "Site", {
  owner: "ThirdParty",
  outputs: ["src"],
  configuration: {
    Owner: "acme",
    Repo: "site",
    Branch: "main",
    OAuthToken: "hush",
    PollForSourceChanges: "false",
  },
});

/** A webhook on the GitHub source of the pipeline `site`: pushes to its branch start it. */
export const siteHook = {
  name: "site-pushes",
  targetPipeline: "site",
  targetAction: "Site",
  filters: [{ jsonPath: "$.ref", matchEquals: "refs/heads/{Branch}" }],
  authentication: "GITHUB_HMAC",
  authenticationConfiguration: { SecretToken: "between us" },
};

/** A webhook as answers show it. */
export interface WebhookAnswer {
  url: string;
  arn: string;
  lastTriggered?: number;
  definition: { name: string; authenticationConfiguration: Record<string, string> };
}

/** A world with a pipeline `site` whose source is GitHub version 1. */
export class SiteWorld extends SmallWorld {
  constructor() {
    super();
    this.everyActionTakes(0);
    const stages = [stage("Source", [gitHub]), stage("Run", [task("Go")])];
    this.create({ ...pipelineOf("site", []), stages });
    this.pass(1);
  }

  put(change: object = {}, more: object = {}): WebhookAnswer {
    const body = { webhook: { ...siteHook, ...change }, ...more };
    return this.ask<{ webhook: WebhookAnswer }>("PutWebhook", body).webhook;
  }

  webhooks(more: object = {}): WebhookAnswer[] {
    return this.ask<{ webhooks: WebhookAnswer[] }>("ListWebhooks", more).webhooks;
  }
}
