import { ACME_ACCOUNTS } from "./acme-accounts";
import { type AcmePipeline, buildFails, declarationOf, deployFails, type Place } from "./acme-pipeline";
import { bucketDeploy, build, ecsService, gitSource, ownAction, stack, test } from "./action-parts";
import { pullRequestsFrom, pushesTo, versionTags } from "./arrivals";

const place: Place = { account: ACME_ACCOUNTS.staging, region: "eu-west-1" };

const storefrontPreview: AcmePipeline = {
  place,
  source: "site-repo",
  arrival: pullRequestsFrom(1180),
  perDay: 3,
  tags: { team: "storefront", tier: "3" },
  mischances: [buildFails("Preview", "page-speed", "the product page got 38 kB heavier, 25 are allowed")],
  declaration: declarationOf(place, {
    name: "storefront-preview",
    mode: "PARALLEL",
    triggers: [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: {
          sourceActionName: "site-repo",
          pullRequest: [{ events: ["OPEN", "UPDATED"], branches: { includes: ["main"] } }],
        },
      },
    ],
    stages: [
      { name: "Source", actions: [gitSource("site-repo", "storefront", "site", "Site")] },
      { name: "Build", actions: [build({ name: "pages", from: ["site"], to: ["pages"] }, "preview-pages")] },
      {
        name: "Preview",
        actions: [
          bucketDeploy({ name: "upload", from: ["pages"] }, "acme-previews"),
          test({ name: "page-speed", order: 2, from: ["site"] }, "preview-page-speed"),
          test({ name: "screenshots", order: 2, from: ["site"] }, "preview-screenshots"),
        ],
      },
    ],
  }),
};

const mobileApp: AcmePipeline = {
  place,
  source: "app-repo",
  arrival: versionTags(8, 2),
  perDay: 0.6,
  tags: { team: "mobile", tier: "2" },
  mischances: [
    {
      stage: "Devices",
      action: "forty-phones",
      code: "JobFailed",
      message: "3 of 40 devices failed: the scanner stays black on Android 12.",
    },
  ],
  declaration: declarationOf(place, {
    name: "mobile-app",
    mode: "QUEUED",
    triggers: [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: {
          sourceActionName: "app-repo",
          push: [{ tags: { includes: ["v*"], excludes: ["v*-beta*"] } }],
        },
      },
    ],
    stages: [
      { name: "Source", actions: [gitSource("app-repo", "mobile-app", "app", "App")] },
      {
        name: "Build",
        actions: [
          build({ name: "android", from: ["app"], to: ["apk"] }, "mobile-android"),
          ownAction({ name: "ios", from: ["app"], to: ["ipa"] }, "Build", "MacFleet", { Scheme: "Shop" }),
        ],
      },
      {
        name: "Devices",
        actions: [
          ownAction({ name: "forty-phones", from: ["apk", "ipa"] }, "Test", "DeviceLab", { Pool: "top-40" }),
        ],
      },
      {
        name: "Stores",
        actions: [
          ownAction({ name: "internal-track", from: ["apk"] }, "Deploy", "StoreUpload", {
            Track: "internal",
          }),
        ],
      },
    ],
  }),
};

const checkoutStaging: AcmePipeline = {
  place,
  source: "app-repo",
  arrival: pushesTo(
    ["main", "main", "release/2026.03"],
    ["web/basket.tsx", "shared/money.ts", "web/pay.tsx"],
  ),
  perDay: 2,
  tags: { team: "checkout", tier: "2" },
  mischances: [buildFails("Build", "types", "Property 'voucher' does not exist on type 'BasketLine'")],
  declaration: declarationOf(place, {
    name: "checkout-staging",
    triggers: [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: {
          sourceActionName: "app-repo",
          push: [
            {
              branches: { includes: ["main", "release/**"] },
              filePaths: { includes: ["web/**", "shared/**"], excludes: ["**/*.md"] },
            },
          ],
        },
      },
    ],
    stages: [
      { name: "Source", actions: [gitSource("app-repo", "checkout-web", "app", "App")] },
      {
        name: "Build",
        actions: [
          build({ name: "bundle", from: ["app"], to: ["bundle"] }, "checkout-staging-bundle"),
          test({ name: "types", from: ["app"] }, "checkout-staging-types"),
        ],
      },
      { name: "Deploy", actions: [stack({ name: "stack", from: ["bundle"] }, "checkout-staging")] },
    ],
  }),
};

const designSystem: AcmePipeline = {
  place,
  source: "components-repo",
  arrival: pullRequestsFrom(640),
  perDay: 1,
  tags: { team: "storefront", tier: "3" },
  mischances: [buildFails("Check", "pictures", "button--danger differs from its picture in 212 pixels")],
  declaration: declarationOf(place, {
    name: "design-system",
    mode: "PARALLEL",
    triggers: [
      {
        providerType: "CodeStarSourceConnection",
        gitConfiguration: {
          sourceActionName: "components-repo",
          pullRequest: [{ branches: { includes: ["main"] }, filePaths: { includes: ["src/**"] } }],
          push: [{ branches: { includes: ["main"] } }],
        },
      },
    ],
    stages: [
      { name: "Source", actions: [gitSource("components-repo", "design-system", "parts", "Parts")] },
      {
        name: "Check",
        actions: [
          test({ name: "pictures", from: ["parts"] }, "design-system-pictures"),
          test({ name: "axe", from: ["parts"] }, "design-system-axe"),
        ],
      },
      { name: "Publish", actions: [bucketDeploy({ name: "gallery", from: ["parts"] }, "acme-gallery")] },
    ],
  }),
};

const partnerApi: AcmePipeline = {
  place,
  source: "partner-repo",
  perDay: 0.8,
  tags: { team: "orders", tier: "2" },
  mischances: [
    buildFails(
      "Staging",
      "partner-suite",
      "marketplace order 7 of 20: expected 201, got 422 quantity_too_high",
    ),
    deployFails("Staging", "deploy", "Essential container in task exited: missing secret partner-api/hmac."),
  ],
  declaration: declarationOf(place, {
    name: "partner-api",
    stages: [
      { name: "Source", actions: [gitSource("partner-repo", "partner-api", "partner", "Partner")] },
      {
        name: "Build",
        actions: [build({ name: "image", from: ["partner"], to: ["image"] }, "partner-image")],
      },
      {
        name: "Staging",
        actions: [
          ecsService({ name: "deploy", from: ["image"] }, "staging", "partner-api"),
          test({ name: "partner-suite", order: 2, from: ["partner"] }, "partner-suite"),
        ],
      },
    ],
  }),
};

/** What customers will see next, in staging. */
export const STAGING_SHOP: readonly AcmePipeline[] = [
  storefrontPreview,
  mobileApp,
  checkoutStaging,
  designSystem,
  partnerApi,
];
