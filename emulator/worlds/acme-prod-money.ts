import { ACME_ACCOUNTS } from "./acme-accounts";
import { type AcmePipeline, declarationOf, type Place } from "./acme-pipeline";
import { approval, build, codeDeploy, ecsService, gitSource, lambda, stack, test } from "./action-parts";

const place: Place = { account: ACME_ACCOUNTS.prod, region: "eu-west-1" };

const ledgerCore: AcmePipeline = {
  place,
  source: "ledger-repo",
  perDay: 1,
  tags: { team: "payments", tier: "1", audit: "sox" },
  mischances: [
    {
      stage: "Verify",
      action: "replay-ledger",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: entry 48211093 differs by 1 cent",
    },
  ],
  declaration: declarationOf(place, {
    name: "ledger-core",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("ledger-repo", "ledger-core", "ledger", "Ledger")] },
      {
        name: "Build",
        actions: [
          build({ name: "jar", from: ["ledger"], to: ["jar"], namespace: "Jar" }, "ledger-core-jar"),
          test({ name: "unit-tests", from: ["ledger"] }, "ledger-core-unit"),
        ],
      },
      {
        name: "Verify",
        actions: [test({ name: "replay-ledger", from: ["jar"] }, "ledger-core-replay")],
      },
      {
        name: "Sign-off",
        actions: [
          approval(
            "finance",
            "Finance: the replay of last month is equal to the cent. Release #{Ledger.CommitId}?",
            "ledger-core/commit/#{Ledger.CommitId}",
            2880,
          ),
          approval(
            "platform",
            "Platform: maintenance window and database snapshot are in place?",
            "ledger-core/commit/#{Ledger.CommitId}",
            2880,
          ),
        ],
      },
      {
        name: "Prod",
        actions: [
          ecsService({ name: "deploy-ledger", from: ["jar"] }, "money", "ledger-core"),
          lambda({ name: "reconcile", order: 2 }, "ledger-reconcile"),
        ],
      },
    ],
  }),
};

const paymentsGateway: AcmePipeline = {
  place,
  source: "gateway-repo",
  perDay: 2,
  tags: { team: "payments", tier: "1", audit: "pci" },
  mischances: [
    {
      stage: "Canary",
      action: "canary-5-percent",
      code: "JobFailed",
      message:
        "Deployment d-M4T0Z9RQC failed: declined payments rose from 2.1 to 3.8 percent, the canary was taken back.",
    },
    {
      stage: "Build",
      action: "card-scheme-tests",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: sandbox of the acquirer timed out after 30 s",
    },
  ],
  declaration: declarationOf(place, {
    name: "payments-gateway",
    mode: "QUEUED",
    stages: [
      { name: "Source", actions: [gitSource("gateway-repo", "payments-gateway", "gateway", "Gateway")] },
      {
        name: "Build",
        actions: [
          build({ name: "image", from: ["gateway"], to: ["image"] }, "payments-gateway-image"),
          test({ name: "card-scheme-tests", order: 2, from: ["gateway"] }, "payments-gateway-schemes"),
          test({ name: "secret-scan", order: 2, from: ["gateway"] }, "secret-scan"),
        ],
      },
      {
        name: "Canary",
        actions: [codeDeploy({ name: "canary-5-percent", from: ["image"] }, "payments-gateway", "canary")],
      },
      {
        name: "Prod",
        actions: [
          codeDeploy({ name: "all-traffic", from: ["image"] }, "payments-gateway", "prod"),
          stack({ name: "alarms", order: 2, from: ["gateway"] }, "payments-gateway-alarms"),
        ],
      },
    ],
  }),
};

/** What moves and books money, in production. */
export const PROD_MONEY: readonly AcmePipeline[] = [ledgerCore, paymentsGateway];
