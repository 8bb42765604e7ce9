import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "../../operations/testing/declarations";
import { SiteWorld, type WebhookAnswer } from "../../operations/testing/webhooks";
import { deliverToWebhook } from "./deliver";

const commit = "0123456789abcdef0123456789abcdef01234567";
const push = {
  ref: "refs/heads/main",
  after: commit,
  head_commit: { message: "Round down", author: { name: "Ada" } },
};

function deliver(site: SiteWorld, { url }: WebhookAnswer, payload: unknown): string | undefined {
  const webhook = site.world.webhooksByToken.get(url.split("/").at(-1) ?? "");
  if (!webhook) throw new Error("no webhook has this URL");
  return deliverToWebhook(site.world, webhook, payload);
}

describe("deliverToWebhook", () => {
  it("starts an execution of what was pushed, in the name of the webhook", () => {
    const site = new SiteWorld();
    const webhook = site.put();
    const id = deliver(site, webhook, push);
    site.pass(1);
    expect(site.executions("site")[0]).toMatchObject({
      pipelineExecutionId: id,
      status: "Succeeded",
      trigger: { triggerType: "Webhook", triggerDetail: webhook.arn },
      sourceRevisions: [{ revisionId: commit, revisionSummary: "Round down" }],
    });
    expect(site.webhooks()[0]?.lastTriggered).toBe((site.world.now - 1) / 1000);
  });

  it.each([
    [{ ref: "refs/heads/other", after: commit }],
    [{ ref: 5 }],
    [{ ref: { name: "refs/heads/main" } }],
    [{}],
    [null],
    ["refs/heads/main"],
  ])("starts nothing for %j", (payload) => {
    const site = new SiteWorld();
    const webhook = site.put();
    expect(deliver(site, webhook, payload)).toBeUndefined();
    expect(site.executions("site")).toHaveLength(1);
    expect(site.webhooks()[0]).not.toHaveProperty("lastTriggered");
  });

  it("asks for all filters; one without a value asks that there is something", () => {
    const site = new SiteWorld();
    const filters = [{ jsonPath: "$.action", matchEquals: "published" }, { jsonPath: "$.release.id" }];
    const webhook = site.put({ filters });
    expect(deliver(site, webhook, { action: "published" })).toBeUndefined();
    expect(deliver(site, webhook, { action: "edited", release: { id: 7 } })).toBeUndefined();
    expect(deliver(site, webhook, { action: "published", release: { id: 7 } })).toBeDefined();
  });

  it("compares numbers and flags as texts, and takes any of several values", () => {
    const site = new SiteWorld();
    const webhook = site.put({
      filters: [
        { jsonPath: "$.count", matchEquals: "2" },
        { jsonPath: "$.files[*]", matchEquals: "b" },
        { jsonPath: "$.done", matchEquals: "true" },
      ],
    });
    expect(deliver(site, webhook, { count: 2, files: ["a", "b"], done: true })).toBeDefined();
  });

  it("takes the newest commit there is for what is no push to the branch", () => {
    const site = new SiteWorld();
    const webhook = site.put({ filters: [] });
    for (const payload of [{}, { after: commit, ref: "refs/heads/other" }, { after: "x", ref: push.ref }])
      deliver(site, webhook, payload);
    site.pass(1);
    const revisions = site.executions("site").flatMap(({ sourceRevisions }) => sourceRevisions);
    expect(new Set(revisions.map(({ revisionId }) => revisionId)).size).toBe(1);
    deliver(site, webhook, { after: commit, ref: push.ref });
    site.pass(1);
    expect(site.executions("site")[0]?.sourceRevisions[0]?.revisionId).toBe(commit);
  });

  it("starts nothing when its action or its pipeline is gone, or a placeholder has lost its value", () => {
    const site = new SiteWorld();
    const webhook = site.put();
    site.ask("DeletePipeline", { name: "site" });
    expect(deliver(site, webhook, push)).toBeUndefined();
    site.create(pipelineOf("site", [stage("Run", [task("Go")])]));
    expect(deliver(site, webhook, push)).toBeUndefined();
    const renamed = site.put({ targetAction: "App", filters: [] });
    expect(deliver(site, renamed, push)).toBeDefined();
    site.put({
      targetAction: "App",
      filters: [{ jsonPath: "$.ref", matchEquals: "refs/heads/{BranchName}" }],
    });
    const [source, ...later] = pipelineOf("site", [stage("Run", [task("Go")])]).stages;
    const actions = (source?.actions ?? []).map((action) => ({
      ...action,
      actionTypeId: { ...action.actionTypeId, provider: "Other" },
      configuration: {},
    }));
    site.ask("UpdatePipeline", {
      pipeline: { ...pipelineOf("site", []), stages: [stage("Source", actions), ...later] },
    });
    expect(deliver(site, webhook, push)).toBeUndefined();
  });

  it("is what a revision at its source comes by", () => {
    const site = new SiteWorld();
    const { account, region } = site.ctx;
    const add = () => site.world.addRevision({ account, region, pipeline: "site", action: "Site" });
    add();
    expect(site.executions("site")[0]?.trigger.triggerDetail).toMatch(/webhook:site-Site$/);
    const webhook = site.put();
    add();
    expect(site.executions("site")[0]?.trigger.triggerDetail).toBe(webhook.arn);
    expect(site.webhooks()[0]?.lastTriggered).toBe(site.world.now / 1000);
  });
});
