import { action, pipelineOf, stage } from "./declarations";
import { SmallWorld } from "./small-world";

/** An account of the partner, whose workers ask for jobs. */
export const partnerAccount = "999900001111";

export const skillId = { category: "Deploy", owner: "ThirdParty", provider: "AlexaSkillsKit", version: "1" };

/** The declaration of a partner's type whose work is done by workers of the partner's account. */
export const skillType = {
  id: skillId,
  description: "Publishes a skill",
  executor: {
    type: "JobWorker",
    configuration: { jobWorkerExecutorConfiguration: { pollingAccounts: [partnerAccount] } },
    jobTimeout: 600,
  },
  inputArtifactDetails: { minimumCount: 1, maximumCount: 1 },
  outputArtifactDetails: { minimumCount: 0, maximumCount: 0 },
  permissions: { allowedAccounts: ["*"] },
  properties: [
    { name: "SkillId", optional: false, key: true, noEcho: false },
    { name: "Token", optional: false, key: false, noEcho: true, queryable: false },
  ],
  urls: { entityUrlTemplate: "https://skills.example/{Config:SkillId}" },
};

interface PartnerJobAnswer {
  jobId: string;
  clientId: string;
}

/** A world in which a customer's action waits for a worker of the partner's. */
export class PartnerWorld extends SmallWorld {
  readonly #partner = { account: partnerAccount };

  constructor() {
    super();
    this.askAsPartner("UpdateActionType", { actionType: skillType });
    this.world.outcomes.add({ action: "App", durationMs: 0 });
    const configuration = { SkillId: "amzn-1", Token: "hush" };
    const publish = action("Deploy/AlexaSkillsKit", "Publish", {
      owner: "ThirdParty",
      inputs: ["src"],
      configuration,
    });
    this.create(pipelineOf("shop", [stage("Ship", [publish])]));
    this.pass(1);
  }

  askAsPartner<Answer>(operation: string, body: unknown): Answer {
    return this.ask<Answer>(operation, body, this.#partner);
  }

  refusalToPartner(operation: string, body: unknown): string {
    return this.refusal(operation, body, this.#partner);
  }

  poll(): PartnerJobAnswer[] {
    const body = { actionTypeId: skillId, maxBatchSize: 10 };
    return this.askAsPartner<{ jobs: PartnerJobAnswer[] }>("PollForThirdPartyJobs", body).jobs;
  }

  /** Polls for a job, reads it and takes it; answers what names it. */
  takeJob(): { jobId: string; clientToken: string } {
    const [{ jobId, clientId: clientToken } = { jobId: "", clientId: "" }] = this.poll();
    const named = { jobId, clientToken };
    const { jobDetails } = this.askAsPartner<{ jobDetails: { nonce: string } }>(
      "GetThirdPartyJobDetails",
      named,
    );
    this.askAsPartner("AcknowledgeThirdPartyJob", { ...named, nonce: jobDetails.nonce });
    return named;
  }

  publish() {
    return this.action("shop", "Ship", "Publish").latestExecution;
  }
}
