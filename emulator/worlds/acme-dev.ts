import { ACME_ACCOUNTS } from "./acme-accounts";
import { type AcmePipeline, declarationOf, type Place } from "./acme-pipeline";
import {
  approval,
  bucketDeploy,
  build,
  codeCommitSource,
  codeDeploy,
  ecsService,
  gitSource,
  lambda,
  stack,
  test,
} from "./action-parts";

const place: Place = { account: ACME_ACCOUNTS.dev, region: "eu-west-1" };

const cartService: AcmePipeline = {
  place,
  source: "cart-repo",
  perDay: 3,
  tags: { team: "checkout", tier: "2" },
  mischances: [
    {
      stage: "Build",
      action: "unit-tests",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: CartMergeTest expected 3 lines, found 4",
    },
  ],
  declaration: declarationOf(place, {
    name: "cart-service",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("cart-repo", "cart-service", "cart", "Cart")] },
      {
        name: "Build",
        actions: [
          build({ name: "image", from: ["cart"], to: ["image"] }, "cart-service-image"),
          test({ name: "unit-tests", from: ["cart"] }, "cart-service-unit"),
        ],
      },
      {
        name: "Integration",
        actions: [
          codeDeploy({ name: "deploy-dev", from: ["image"] }, "cart-service", "dev"),
          test({ name: "integration-tests", order: 2, from: ["cart"] }, "cart-service-integration"),
        ],
      },
    ],
  }),
};

const mediaTranscoder: AcmePipeline = {
  place,
  source: "encoder-repo",
  perDay: 2,
  tags: { team: "media", tier: "3" },
  mischances: [
    {
      stage: "Encode",
      action: "av1",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: sample 14 is 3.2 dB below the reference",
    },
  ],
  declaration: declarationOf(place, {
    name: "media-transcoder",
    mode: "PARALLEL",
    stages: [
      { name: "Source", actions: [gitSource("encoder-repo", "media-transcoder", "encoder", "Encoder")] },
      {
        name: "Encode",
        actions: [
          build({ name: "h264", from: ["encoder"], to: ["h264"] }, "transcoder-h264"),
          build({ name: "av1", from: ["encoder"], to: ["av1"] }, "transcoder-av1"),
        ],
      },
      {
        name: "Review",
        actions: [
          approval(
            "look-at-samples",
            "Do the twelve sample clips of #{Encoder.CommitId} look right on a phone and on a TV?",
            "media-transcoder/commit/#{Encoder.CommitId}",
            2880,
          ),
        ],
      },
      {
        name: "Release",
        actions: [bucketDeploy({ name: "publish-worker", from: ["h264"] }, "acme-transcoder-dev")],
      },
    ],
  }),
};

const searchIndexer: AcmePipeline = {
  place,
  source: "indexer-repo",
  perDay: 1.5,
  tags: { team: "discovery", tier: "2" },
  mischances: [
    {
      stage: "Build",
      action: "jar",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: cannot find symbol ShardKey.ofShop",
    },
  ],
  declaration: declarationOf(place, {
    name: "search-indexer",
    type: "V1",
    stages: [
      { name: "Source", actions: [codeCommitSource("indexer-repo", "search-indexer", "indexer")] },
      {
        name: "Build",
        actions: [build({ name: "jar", from: ["indexer"], to: ["jar"] }, "search-indexer-jar")],
      },
      {
        name: "Deploy",
        actions: [
          ecsService({ name: "deploy-indexer", from: ["jar"] }, "dev", "search-indexer"),
          lambda({ name: "reindex-sample", order: 2 }, "search-reindex-sample"),
        ],
      },
    ],
  }),
};

const emailTemplates: AcmePipeline = {
  place,
  source: "mail-repo",
  perDay: 1,
  tags: { team: "crm", tier: "3" },
  mischances: [
    {
      stage: "Render",
      action: "screenshots",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: order-mail.pl differs from its picture by 4.1 percent",
    },
  ],
  declaration: declarationOf(place, {
    name: "email-templates",
    type: "V1",
    stages: [
      { name: "Source", actions: [codeCommitSource("mail-repo", "email-templates", "mail")] },
      {
        name: "Render",
        actions: [
          build({ name: "render", from: ["mail"], to: ["html"] }, "email-render"),
          test({ name: "screenshots", order: 2, from: ["html"] }, "email-screenshots"),
        ],
      },
      { name: "Upload", actions: [bucketDeploy({ name: "upload", from: ["html"] }, "acme-mail-dev")] },
    ],
  }),
};

const loyaltyPoints: AcmePipeline = {
  place,
  source: "loyalty-repo",
  perDay: 1.2,
  tags: { team: "loyalty", tier: "2" },
  mischances: [
    {
      stage: "Deploy",
      action: "migrate",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: lock on table tiers not granted within 30 s",
    },
  ],
  declaration: declarationOf(place, {
    name: "loyalty-points",
    variables: [{ name: "dry_run", defaultValue: "false", description: "Count points, write nothing" }],
    stages: [
      { name: "Source", actions: [gitSource("loyalty-repo", "loyalty-points", "loyalty", "Loyalty")] },
      {
        name: "Build",
        actions: [build({ name: "image", from: ["loyalty"], to: ["image"] }, "loyalty-image")],
      },
      {
        name: "Deploy",
        actions: [
          build({ name: "migrate", from: ["loyalty"] }, "loyalty-migrate"),
          codeDeploy({ name: "rollout", order: 2, from: ["image"] }, "loyalty-points", "dev"),
        ],
      },
    ],
  }),
};

const goldenAmi: AcmePipeline = {
  place,
  source: "packer-repo",
  perDay: 0.5,
  tags: { team: "platform", tier: "1" },
  mischances: [
    {
      stage: "Test",
      action: "cve-scan",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: POST_BUILD, Code: COMMAND_EXECUTION_ERROR, Message: 1 critical finding, openssl 3.0.11",
    },
  ],
  declaration: declarationOf(place, {
    name: "golden-ami",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("packer-repo", "golden-ami", "packer", "Packer")] },
      {
        name: "Bake",
        actions: [
          build({ name: "bake-x86", from: ["packer"], to: ["x86"], namespace: "X86" }, "ami-bake-x86"),
          build({ name: "bake-arm", from: ["packer"], to: ["arm"], namespace: "Arm" }, "ami-bake-arm"),
        ],
      },
      {
        name: "Test",
        actions: [
          test({ name: "boot-test", from: ["x86"] }, "ami-boot-test"),
          test({ name: "cve-scan", from: ["x86"] }, "ami-cve-scan"),
        ],
      },
      {
        name: "Share",
        actions: [stack({ name: "share-with-accounts", from: ["packer"] }, "golden-ami-share")],
      },
    ],
  }),
};

/** Development: services before they go anywhere, and what the platform bakes. */
export const DEV: readonly AcmePipeline[] = [
  cartService,
  mediaTranscoder,
  searchIndexer,
  emailTemplates,
  loyaltyPoints,
  goldenAmi,
];
