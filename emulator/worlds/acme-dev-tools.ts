import { ACME_ACCOUNTS } from "./acme-accounts";
import { type AcmePipeline, buildFails, declarationOf, deployFails, type Place } from "./acme-pipeline";
import {
  approval,
  bucketDeploy,
  bucketSource,
  build,
  codeDeploy,
  gitSource,
  lambda,
  ownAction,
  stack,
  test,
} from "./action-parts";
import { pushesTo } from "./arrivals";

const eu: Place = { account: ACME_ACCOUNTS.dev, region: "eu-west-1" };
const us: Place = { account: ACME_ACCOUNTS.dev, region: "us-east-1" };

const posTerminal: AcmePipeline = {
  place: eu,
  source: "till-repo",
  perDay: 0.6,
  tags: { team: "mobile", tier: "2" },
  mischances: [
    {
      stage: "Bench",
      action: "till-on-the-bench",
      code: "JobFailed",
      message: "The printer on bench 2 ran out of paper during receipt 14 of 30.",
    },
  ],
  declaration: declarationOf(eu, {
    name: "pos-terminal",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("till-repo", "pos-terminal", "till", "Till")] },
      {
        name: "Build",
        actions: [build({ name: "firmware", from: ["till"], to: ["firmware"] }, "pos-firmware")],
      },
      {
        name: "Bench",
        actions: [
          ownAction({ name: "till-on-the-bench", from: ["firmware"] }, "Test", "HardwareBench", {
            Bench: "utrecht-2",
          }),
        ],
      },
      {
        name: "Stores",
        actions: [
          approval(
            "pilot-stores",
            "Roll #{Till.CommitId} out to the three pilot stores after closing time?",
            "pos-terminal/commit/#{Till.CommitId}",
            2880,
          ),
          ownAction({ name: "roll-out", order: 2, from: ["firmware"] }, "Deploy", "TillUpdate", {
            Stores: "pilot",
          }),
        ],
      },
    ],
  }),
};

const docsSite: AcmePipeline = {
  place: eu,
  source: "docs-repo",
  arrival: pushesTo(["main"], ["docs/runbooks/payments.md", "docs/adr/0041-outbox.md", "README.md"]),
  perDay: 1.2,
  tags: { team: "platform", tier: "3" },
  mischances: [buildFails("Build", "links", "docs/oncall.md links to a page that does not exist")],
  declaration: declarationOf(eu, {
    name: "docs-site",
    triggers: [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: {
          sourceActionName: "docs-repo",
          push: [{ branches: { includes: ["main"] }, filePaths: { includes: ["docs/**"] } }],
        },
      },
    ],
    stages: [
      { name: "Source", actions: [gitSource("docs-repo", "handbook", "docs", "Docs")] },
      {
        name: "Build",
        actions: [
          build({ name: "pages", from: ["docs"], to: ["pages"] }, "docs-pages"),
          test({ name: "links", order: 2, from: ["docs"] }, "docs-links"),
        ],
      },
      { name: "Publish", actions: [bucketDeploy({ name: "upload", from: ["pages"] }, "acme-docs")] },
    ],
  }),
};

const featureFlags: AcmePipeline = {
  place: us,
  source: "flags-repo",
  perDay: 1,
  tags: { team: "platform", tier: "2" },
  mischances: [buildFails("Build", "unit-tests", "RolloutTest: 10 percent of users were 13 percent")],
  declaration: declarationOf(us, {
    name: "feature-flags",
    stages: [
      { name: "Source", actions: [gitSource("flags-repo", "feature-flags", "flags", "Flags")] },
      {
        name: "Build",
        actions: [
          build({ name: "package", from: ["flags"], to: ["package"] }, "feature-flags-package"),
          test({ name: "unit-tests", from: ["flags"] }, "feature-flags-unit"),
        ],
      },
      { name: "Deploy", actions: [stack({ name: "functions", from: ["package"] }, "feature-flags-dev")] },
    ],
  }),
};

const chaosDrills: AcmePipeline = {
  place: us,
  source: "drills-repo",
  perDay: 0.5,
  tags: { team: "platform", tier: "3" },
  mischances: [
    deployFails("Drill", "kill-one-zone", "Drill stopped: orders-api did not recover in 4 minutes."),
  ],
  declaration: declarationOf(us, {
    name: "chaos-drills",
    stages: [
      { name: "Source", actions: [gitSource("drills-repo", "chaos-drills", "drills", "Drills")] },
      { name: "Plan", actions: [build({ name: "plan", from: ["drills"], to: ["plan"] }, "drill-plan")] },
      {
        name: "Drill",
        actions: [
          codeDeploy({ name: "kill-one-zone", from: ["plan"] }, "chaos-drills", "dev"),
          lambda({ name: "measure", order: 2 }, "drill-measure"),
        ],
      },
    ],
  }),
};

const sandboxJanitor: AcmePipeline = {
  place: us,
  source: "rules",
  perDay: 0.3,
  tags: { team: "platform", tier: "3" },
  mischances: [deployFails("Deploy", "stack", "Resource handler returned: rate of DeleteBucket exceeded.")],
  declaration: declarationOf(us, {
    name: "sandbox-janitor",
    type: "V1",
    stages: [
      { name: "Source", actions: [bucketSource("rules", "acme-sandbox-rules", "rules.zip", "rules")] },
      { name: "Deploy", actions: [stack({ name: "stack", from: ["rules"] }, "sandbox-janitor")] },
    ],
  }),
};

/** Tools and devices, in development. */
export const DEV_TOOLS: readonly AcmePipeline[] = [
  posTerminal,
  docsSite,
  featureFlags,
  chaosDrills,
  sandboxJanitor,
];
