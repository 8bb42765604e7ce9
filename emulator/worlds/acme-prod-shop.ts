import { ACME_ACCOUNTS } from "./acme-accounts";
import { BRAND_ASSETS, CHECKOUT_INFRA_COMMITS } from "./acme-commits-platform";
import { type AcmePipeline, declarationOf, type Place } from "./acme-pipeline";
import {
  approval,
  bucketDeploy,
  bucketSource,
  build,
  codeCommitSource,
  codeDeploy,
  ecsService,
  gitSource,
  lambda,
  stack,
  test,
} from "./action-parts";

const place: Place = { account: ACME_ACCOUNTS.prod, region: "eu-west-1" };

const checkoutWeb: AcmePipeline = {
  place,
  source: "app-repo",
  sideSources: [{ action: "infra-repo", messages: CHECKOUT_INFRA_COMMITS }],
  perDay: 3,
  tags: { team: "checkout", tier: "1" },
  mischances: [
    {
      stage: "Build",
      action: "unit-tests",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: Error while executing command: npm test. Reason: exit status 1",
    },
    {
      stage: "Staging",
      action: "e2e",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: 2 of 148 scenarios failed: pay with voucher, pay with wallet",
    },
  ],
  declaration: declarationOf(place, {
    name: "checkout-web",
    mode: "QUEUED",
    variables: [
      { name: "canary_percent", defaultValue: "10", description: "Share of traffic the new tasks get first" },
      {
        name: "deploy_color",
        defaultValue: "green",
        description: "Which of the two target groups is replaced",
      },
    ],
    stages: [
      {
        name: "Source",
        actions: [
          gitSource("app-repo", "checkout-web", "app", "App"),
          gitSource("infra-repo", "checkout-infra", "infra", "Infra"),
        ],
      },
      {
        name: "Build",
        actions: [
          build(
            { name: "compile", from: ["app"], to: ["compiled"], namespace: "Compile" },
            "checkout-web-compile",
          ),
          test({ name: "unit-tests", order: 2, from: ["compiled"] }, "checkout-web-unit"),
          test({ name: "lint", order: 2, from: ["app"] }, "checkout-web-lint"),
          build({ name: "bundle", order: 3, from: ["compiled"], to: ["bundle"] }, "checkout-web-bundle"),
        ],
      },
      {
        name: "Staging",
        actions: [
          stack({ name: "deploy-stack", from: ["infra", "bundle"] }, "checkout-web-staging"),
          test({ name: "smoke", order: 2, from: ["app"] }, "checkout-web-smoke"),
          test({ name: "e2e", order: 2, from: ["app"] }, "checkout-web-e2e"),
        ],
      },
      {
        name: "Approve",
        actions: [
          approval(
            "ship-to-prod",
            "Ship #{App.CommitId} to every customer in the EU and the US? Staging ran with #{variables.canary_percent} percent canary.",
            "checkout-web/commit/#{App.CommitId}",
            1440,
          ),
        ],
      },
      {
        name: "Prod",
        actions: [
          stack({ name: "deploy-eu", from: ["infra", "bundle"] }, "checkout-web-eu", {
            Color: "#{variables.deploy_color}",
            CanaryPercent: "#{variables.canary_percent}",
          }),
          stack({ name: "deploy-us", from: ["infra", "bundle"] }, "checkout-web-us", {
            Color: "#{variables.deploy_color}",
          }),
          lambda({ name: "warm-cache", order: 2 }, "checkout-warm-cache", "#{App.CommitId}"),
        ],
      },
    ],
  }),
};

const ordersApi: AcmePipeline = {
  place,
  source: "orders-repo",
  perDay: 3,
  tags: { team: "orders", tier: "1" },
  mischances: [
    {
      stage: "Build",
      action: "contract-tests",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: consumer checkout-web expects 409, provider answers 500",
    },
    {
      stage: "Prod",
      action: "blue-green",
      code: "JobFailed",
      message:
        "Deployment d-7QK2M81LX failed: the alarm orders-api-5xx was raised, traffic went back to blue.",
    },
  ],
  declaration: declarationOf(place, {
    name: "orders-api",
    variables: [{ name: "refund_limit", defaultValue: "200", description: "EUR that support refunds alone" }],
    stages: [
      { name: "Source", actions: [gitSource("orders-repo", "orders-api", "orders", "Orders")] },
      {
        name: "Build",
        actions: [
          build({ name: "image", from: ["orders"], to: ["image"], namespace: "Image" }, "orders-api-image"),
          test({ name: "contract-tests", from: ["orders"] }, "orders-api-contracts"),
        ],
      },
      {
        name: "Staging",
        actions: [
          ecsService({ name: "deploy-staging", from: ["image"] }, "staging", "orders-api"),
          test({ name: "integration", order: 2, from: ["orders"] }, "orders-api-integration"),
        ],
      },
      {
        name: "Approve",
        actions: [
          approval(
            "release-to-prod",
            "Release #{Orders.CommitMessage}? Refund limit is #{variables.refund_limit} EUR. On call must be at a keyboard.",
            "orders-api/commit/#{Orders.CommitId}",
            30,
          ),
        ],
      },
      {
        name: "Prod",
        actions: [
          codeDeploy({ name: "blue-green", from: ["image"] }, "orders-api", "prod-blue-green"),
          lambda({ name: "verify", order: 2 }, "orders-verify-release"),
        ],
      },
    ],
  }),
};

const catalogSearch: AcmePipeline = {
  place,
  source: "search-repo",
  perDay: 1,
  tags: { team: "discovery", tier: "2" },
  mischances: [
    {
      stage: "Build",
      action: "relevance-tests",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: POST_BUILD, Code: COMMAND_EXECUTION_ERROR, Message: mean reciprocal rank 0.71 is below 0.74",
    },
  ],
  declaration: declarationOf(place, {
    name: "catalog-search",
    type: "V1",
    stages: [
      { name: "Source", actions: [codeCommitSource("search-repo", "catalog-search", "search")] },
      {
        name: "Build",
        actions: [
          build({ name: "package", from: ["search"], to: ["package"] }, "catalog-search-package"),
          test({ name: "relevance-tests", order: 2, from: ["search"] }, "catalog-search-relevance"),
        ],
      },
      {
        name: "Prod",
        actions: [
          ecsService({ name: "deploy-search", from: ["package"] }, "prod", "catalog-search"),
          lambda({ name: "swap-alias", order: 2 }, "search-swap-alias"),
        ],
      },
    ],
  }),
};

const storefrontCdn: AcmePipeline = {
  place,
  source: "site-repo",
  sideSources: [{ action: "brand-assets", messages: BRAND_ASSETS }],
  perDay: 2,
  tags: { team: "storefront", tier: "1" },
  mischances: [
    {
      stage: "Build",
      action: "link-check",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: 3 links answer 404, first /outlet/winter",
    },
  ],
  declaration: declarationOf(place, {
    name: "storefront-cdn",
    stages: [
      {
        name: "Source",
        actions: [
          gitSource("site-repo", "storefront", "site", "Site"),
          bucketSource("brand-assets", "acme-brand-assets", "storefront/assets.zip", "assets"),
        ],
      },
      {
        name: "Build",
        actions: [
          build({ name: "site", from: ["site", "assets"], to: ["pages"] }, "storefront-site"),
          test({ name: "link-check", order: 2, from: ["pages"] }, "storefront-links"),
        ],
      },
      {
        name: "Publish",
        actions: [
          bucketDeploy({ name: "upload", from: ["pages"] }, "acme-storefront-prod"),
          lambda({ name: "purge-edge", order: 2 }, "cdn-purge", "#{Site.CommitId}"),
        ],
      },
    ],
  }),
};

/** What customers of the shop see, in production. */
export const PROD_SHOP: readonly AcmePipeline[] = [checkoutWeb, ordersApi, catalogSearch, storefrontCdn];
