import { ACME_ACCOUNTS } from "./acme-accounts";
import { type AcmePipeline, buildFails, declarationOf, deployFails, type Place } from "./acme-pipeline";
import {
  bucketDeploy,
  build,
  codeDeploy,
  ecsService,
  gitSource,
  lambda,
  polledCodeCommitSource,
  stateMachine,
  test,
} from "./action-parts";

const { staging } = ACME_ACCOUNTS;
const eu: Place = { account: staging, region: "eu-west-1" };
const us: Place = { account: staging, region: "us-east-1" };

const dataWarehouse: AcmePipeline = {
  place: eu,
  source: "models-repo",
  perDay: 1,
  tags: { team: "data", tier: "2" },
  mischances: [
    buildFails("Check", "row-counts", "fact_orders has 1,204,118 rows, at least 1,250,000 are expected"),
  ],
  declaration: declarationOf(eu, {
    name: "data-warehouse",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("models-repo", "data-warehouse", "models", "Models")] },
      {
        name: "Rebuild",
        actions: [stateMachine({ name: "rebuild-models", from: ["models"] }, staging, "warehouse-rebuild")],
      },
      {
        name: "Check",
        actions: [
          test({ name: "row-counts", from: ["models"] }, "warehouse-row-counts"),
          test({ name: "freshness", from: ["models"] }, "warehouse-freshness"),
        ],
      },
    ],
  }),
};

const catalogImport: AcmePipeline = {
  place: eu,
  source: "import-repo",
  perDay: 0.6,
  tags: { team: "discovery", tier: "3" },
  mischances: [buildFails("Build", "jar", "feed of supplier 212: duplicate key 'ean' in line 90,114")],
  declaration: declarationOf(eu, {
    name: "catalog-import",
    type: "V1",
    stages: [
      { name: "Source", actions: [polledCodeCommitSource("import-repo", "catalog-import", "feeds")] },
      {
        name: "Build",
        actions: [build({ name: "jar", from: ["feeds"], to: ["jar"] }, "catalog-import-jar")],
      },
      {
        name: "Deploy",
        actions: [codeDeploy({ name: "workers", from: ["jar"] }, "catalog-import", "staging")],
      },
    ],
  }),
};

const performanceSuite: AcmePipeline = {
  place: eu,
  source: "scenarios-repo",
  perDay: 0.4,
  tags: { team: "platform", tier: "3" },
  mischances: [buildFails("Load", "black-friday", "p95 of POST /orders was 1,240 ms, the budget is 900 ms")],
  declaration: declarationOf(eu, {
    name: "performance-suite",
    stages: [
      { name: "Source", actions: [gitSource("scenarios-repo", "performance-suite", "scenarios", "Load")] },
      { name: "Warm", actions: [lambda({ name: "fill-carts" }, "perf-fill-carts")] },
      {
        name: "Load",
        actions: [
          test({ name: "black-friday", from: ["scenarios"] }, "perf-black-friday"),
          test({ name: "flash-sale", from: ["scenarios"] }, "perf-flash-sale"),
        ],
      },
    ],
  }),
};

const recommendations: AcmePipeline = {
  place: us,
  source: "model-repo",
  perDay: 1,
  tags: { team: "data", tier: "3" },
  mischances: [buildFails("Evaluate", "offline-metrics", "hit rate at 10 fell from 0.31 to 0.27")],
  declaration: declarationOf(us, {
    name: "recommendations",
    mode: "PARALLEL",
    stages: [
      { name: "Source", actions: [gitSource("model-repo", "recommendations", "model", "Model")] },
      { name: "Train", actions: [build({ name: "train", from: ["model"], to: ["weights"] }, "reco-train")] },
      { name: "Evaluate", actions: [test({ name: "offline-metrics", from: ["weights"] }, "reco-metrics")] },
    ],
  }),
};

const adFeeds: AcmePipeline = {
  place: us,
  source: "feeds-repo",
  perDay: 0.5,
  tags: { team: "discovery", tier: "3" },
  mischances: [buildFails("Build", "validate", "1,118 products have no picture, 1,000 are allowed")],
  declaration: declarationOf(us, {
    name: "ad-feeds",
    type: "V1",
    stages: [
      { name: "Source", actions: [polledCodeCommitSource("feeds-repo", "ad-feeds", "feeds")] },
      { name: "Build", actions: [build({ name: "validate", from: ["feeds"], to: ["files"] }, "ad-feeds")] },
      { name: "Upload", actions: [bucketDeploy({ name: "upload", from: ["files"] }, "acme-ad-feeds")] },
    ],
  }),
};

const helpCenter: AcmePipeline = {
  place: us,
  source: "articles-repo",
  perDay: 0.7,
  tags: { team: "crm", tier: "3" },
  mischances: [deployFails("Deploy", "site", "The service help-center failed its health check on /search.")],
  declaration: declarationOf(us, {
    name: "help-center",
    stages: [
      { name: "Source", actions: [gitSource("articles-repo", "help-center", "articles", "Articles")] },
      { name: "Build", actions: [build({ name: "site", from: ["articles"], to: ["site"] }, "help-site")] },
      {
        name: "Deploy",
        actions: [ecsService({ name: "site", from: ["site"] }, "staging-us", "help-center")],
      },
    ],
  }),
};

/** Data, loads and everything else that is tried in staging. */
export const STAGING_DATA: readonly AcmePipeline[] = [
  dataWarehouse,
  catalogImport,
  performanceSuite,
  recommendations,
  adFeeds,
  helpCenter,
];
