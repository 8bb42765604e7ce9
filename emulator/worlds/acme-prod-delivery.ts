import { hour } from "../engine/duration";
import { ACME_ACCOUNTS } from "./acme-accounts";
import { type AcmePipeline, buildFails, declarationOf, deployFails, type Place } from "./acme-pipeline";
import { bucketDeploy, build, ecsService, gitSource, lambda, stack, test } from "./action-parts";
import { nightWindow } from "./rule-parts";

const place: Place = { account: ACME_ACCOUNTS.prod, region: "eu-west-1" };

/** The warehouses stand still nine hours from `now`, and at that time every day: only then it is deployed. */
function warehouseSync(now: number): AcmePipeline {
  const quietHour = Math.floor(now / hour + 9) % 24;
  return {
    place,
    source: "sync-repo",
    perDay: 0.8,
    tags: { team: "logistics", tier: "1" },
    mischances: [
      buildFails("Build", "scanner-tests", "GS1 label with 21 digits was read as two parcels"),
      deployFails("Prod", "deploy", "The stack warehouse-sync is in the state UPDATE_ROLLBACK_FAILED."),
    ],
    declaration: declarationOf(place, {
      name: "warehouse-sync",
      mode: "QUEUED",
      stages: [
        { name: "Source", actions: [gitSource("sync-repo", "warehouse-sync", "sync", "Sync")] },
        {
          name: "Build",
          actions: [
            build({ name: "package", from: ["sync"], to: ["package"] }, "warehouse-sync-package"),
            test({ name: "scanner-tests", order: 2, from: ["sync"] }, "warehouse-sync-scanners"),
          ],
        },
        {
          name: "Prod",
          actions: [
            stack({ name: "deploy", from: ["package"] }, "warehouse-sync"),
            lambda({ name: "count-bins", order: 2 }, "warehouse-count-bins"),
          ],
          beforeEntry: {
            conditions: [{ result: "FAIL", rules: [nightWindow("between-shifts", quietHour)] }],
          },
        },
      ],
    }),
  };
}

const returnsPortal: AcmePipeline = {
  place,
  source: "returns-repo",
  perDay: 1.2,
  tags: { team: "orders", tier: "2" },
  mischances: [buildFails("Staging", "browser-tests", "1 of 62 scenarios failed: return two of three items")],
  declaration: declarationOf(place, {
    name: "returns-portal",
    stages: [
      { name: "Source", actions: [gitSource("returns-repo", "returns-portal", "returns", "Returns")] },
      {
        name: "Build",
        actions: [build({ name: "bundle", from: ["returns"], to: ["bundle"] }, "returns-portal-bundle")],
      },
      {
        name: "Staging",
        actions: [
          bucketDeploy({ name: "upload-staging", from: ["bundle"] }, "acme-returns-staging"),
          test({ name: "browser-tests", order: 2, from: ["returns"] }, "returns-portal-browser"),
        ],
      },
      { name: "Prod", actions: [bucketDeploy({ name: "upload", from: ["bundle"] }, "acme-returns-prod")] },
    ],
  }),
};

const fraudScoring: AcmePipeline = {
  place,
  source: "scoring-repo",
  perDay: 0.7,
  tags: { team: "payments", tier: "1" },
  mischances: [
    buildFails(
      "Shadow",
      "replay-orders",
      "connection to the feature store was closed after 12,400 of 50,000 orders",
    ),
    buildFails("Build", "model", "out of memory while quantising layer 7"),
  ],
  declaration: declarationOf(place, {
    name: "fraud-scoring",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("scoring-repo", "fraud-scoring", "scoring", "Scoring")] },
      { name: "Build", actions: [build({ name: "model", from: ["scoring"], to: ["model"] }, "fraud-model")] },
      {
        name: "Shadow",
        actions: [test({ name: "replay-orders", from: ["model"] }, "fraud-replay")],
        onFailure: { result: "RETRY", retryConfiguration: { retryMode: "FAILED_ACTIONS" } },
      },
      {
        name: "Prod",
        actions: [ecsService({ name: "deploy", from: ["model"] }, "money", "fraud-scoring")],
      },
    ],
  }),
};

/** What happens around an order, in production; `now` is epoch milliseconds. */
export function prodDelivery(now: number): readonly AcmePipeline[] {
  return [warehouseSync(now), returnsPortal, fraudScoring];
}
