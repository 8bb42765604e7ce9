import { ACME_ACCOUNTS } from "./acme-accounts";
import { type AcmePipeline, buildFails, declarationOf, deployFails, type Place } from "./acme-pipeline";
import {
  approval,
  bucketSource,
  build,
  codeDeploy,
  ecsService,
  gitSource,
  imageSource,
  lambda,
  stack,
  test,
} from "./action-parts";
import { askFunction, quietAlarm } from "./rule-parts";

const place: Place = { account: ACME_ACCOUNTS.prod, region: "us-east-1" };

const ordersUs: AcmePipeline = {
  place,
  source: "image",
  perDay: 1,
  tags: { team: "orders", tier: "1" },
  mischances: [
    deployFails(
      "Prod",
      "rollout",
      "Deployment d-2X8KQW71N failed: 3 of 8 instances did not pass ValidateService.",
    ),
  ],
  declaration: declarationOf(place, {
    name: "orders-us",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [imageSource("image", "orders-api", "release", "image")] },
      {
        name: "Canary",
        actions: [codeDeploy({ name: "one-host", from: ["image"] }, "orders-us", "canary")],
      },
      {
        name: "Prod",
        actions: [
          codeDeploy({ name: "rollout", from: ["image"] }, "orders-us", "prod"),
          lambda({ name: "verify", order: 2 }, "orders-verify-release"),
        ],
        beforeEntry: {
          conditions: [
            {
              result: "FAIL",
              rules: [
                quietAlarm("canary-is-healthy", "orders-us-canary-5xx", 10),
                askFunction("no-incident", "incident-check"),
              ],
            },
          ],
        },
      },
    ],
  }),
};

const identityProvider: AcmePipeline = {
  place,
  source: "identity-repo",
  perDay: 0.5,
  tags: { team: "platform", tier: "0" },
  mischances: [buildFails("Build", "conformance", "2 of 311 OpenID checks failed: refresh-token-rotation")],
  declaration: declarationOf(place, {
    name: "identity-provider",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("identity-repo", "identity-provider", "idp", "Idp")] },
      {
        name: "Build",
        actions: [
          build({ name: "image", from: ["idp"], to: ["image"] }, "identity-image"),
          test({ name: "conformance", order: 2, from: ["idp"] }, "identity-conformance"),
        ],
      },
      {
        name: "Approve",
        actions: [
          approval(
            "security-review",
            "Security: every session survives this release? Read the notes on #{Idp.CommitId}.",
            "identity-provider/commit/#{Idp.CommitId}",
            4320,
          ),
        ],
      },
      {
        name: "Prod",
        actions: [ecsService({ name: "deploy", from: ["image"] }, "platform", "identity-provider")],
      },
    ],
  }),
};

const invoiceRenderer: AcmePipeline = {
  place,
  source: "image",
  perDay: 0.5,
  tags: { team: "payments", tier: "2" },
  mischances: [
    deployFails(
      "Deploy",
      "service",
      "The service invoice-renderer did not reach a steady state in 10 minutes.",
    ),
  ],
  declaration: declarationOf(place, {
    name: "invoice-renderer",
    stages: [
      { name: "Source", actions: [imageSource("image", "invoice-renderer", "stable", "image")] },
      {
        name: "Deploy",
        actions: [
          ecsService({ name: "service", from: ["image"] }, "money-us", "invoice-renderer"),
          lambda({ name: "render-sample", order: 2 }, "invoice-render-sample"),
        ],
      },
    ],
  }),
};

const wafRules: AcmePipeline = {
  place,
  source: "rule-bundle",
  perDay: 0.3,
  tags: { team: "platform", tier: "0" },
  mischances: [
    buildFails("Check", "dry-run", "rule 41 would have blocked 0.8 percent of yesterday's checkouts"),
  ],
  declaration: declarationOf(place, {
    name: "waf-rules",
    type: "V1",
    stages: [
      {
        name: "Source",
        actions: [bucketSource("rule-bundle", "acme-waf-rules", "bundle.zip", "rules")],
      },
      { name: "Check", actions: [test({ name: "dry-run", from: ["rules"] }, "waf-dry-run")] },
      { name: "Apply", actions: [stack({ name: "apply", from: ["rules"] }, "waf-rules")] },
    ],
  }),
};

/** What the company runs in production in the US. */
export const PROD_US: readonly AcmePipeline[] = [ordersUs, identityProvider, invoiceRenderer, wafRules];
