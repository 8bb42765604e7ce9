import { ACME_ACCOUNTS } from "./acme-accounts";
import { type AcmePipeline, declarationOf, type Place } from "./acme-pipeline";
import { approval, build, codeCommitSource, gitSource, lambda, stack, test } from "./action-parts";

const place: Place = { account: ACME_ACCOUNTS.prod, region: "us-east-1" };

const dnsZones: AcmePipeline = {
  place,
  source: "zones-repo",
  perDay: 0.4,
  tags: { team: "platform", tier: "0" },
  mischances: [
    {
      stage: "Plan",
      action: "plan",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: zone shop.example has two records named pay",
    },
  ],
  declaration: declarationOf(place, {
    name: "dns-zones",
    type: "V1",
    stages: [
      { name: "Source", actions: [codeCommitSource("zones-repo", "dns-zones", "zones")] },
      { name: "Plan", actions: [build({ name: "plan", from: ["zones"], to: ["plan"] }, "dns-zones-plan")] },
      {
        name: "Apply",
        actions: [
          stack({ name: "apply-zones", from: ["plan"] }, "dns-zones"),
          lambda({ name: "resolve-check", order: 2 }, "dns-resolve-check"),
        ],
      },
    ],
  }),
};

const terraformNetwork: AcmePipeline = {
  place,
  source: "network-repo",
  perDay: 0.6,
  tags: { team: "platform", tier: "0" },
  mischances: [
    {
      stage: "Plan",
      action: "policy-check",
      code: "JobFailed",
      message:
        "Build terminated with state: FAILED. Phase: BUILD, Code: COMMAND_EXECUTION_ERROR, Message: security group sg-batch opens port 22 to 0.0.0.0/0",
    },
  ],
  declaration: declarationOf(place, {
    name: "terraform-network",
    stages: [
      { name: "Source", actions: [gitSource("network-repo", "terraform-network", "network", "Network")] },
      {
        name: "Plan",
        actions: [
          build({ name: "plan", from: ["network"], to: ["plan"], namespace: "Plan" }, "terraform-plan"),
          test({ name: "policy-check", order: 2, from: ["plan"] }, "terraform-policy"),
          test({ name: "cost-estimate", order: 2, from: ["plan"] }, "terraform-cost"),
        ],
      },
      {
        name: "Approve",
        actions: [
          approval(
            "read-the-plan",
            "The plan changes routes of the production network. Read it before you answer.",
            "terraform-network/commit/#{Network.CommitId}",
            4320,
          ),
        ],
      },
      { name: "Apply", actions: [build({ name: "apply", from: ["plan"] }, "terraform-apply")] },
    ],
  }),
};

const ssoSource = gitSource("sso-repo", "sso-permission-sets", "sets", "Sets");
const ssoDiff = build({ name: "diff", from: ["sets"], to: ["diff"] }, "sso-diff");
const ssoApply = build({ name: "apply", from: ["diff"] }, "sso-apply");

const ssoPermissionSets: AcmePipeline = {
  place,
  source: "sso-repo",
  perDay: 0,
  tags: { team: "platform", tier: "0" },
  mischances: [],
  origin: {
    daysBefore: 400,
    declaration: declarationOf(place, {
      name: "sso-permission-sets",
      stages: [
        { name: "Fetch", actions: [ssoSource] },
        { name: "Grant", actions: [ssoDiff, { ...ssoApply, runOrder: 2 }] },
      ],
    }),
  },
  declaration: declarationOf(place, {
    name: "sso-permission-sets",
    stages: [
      { name: "Source", actions: [ssoSource] },
      { name: "Plan", actions: [ssoDiff] },
      { name: "Apply", actions: [ssoApply] },
    ],
  }),
};

/** What everything else stands on, in production. */
export const PROD_PLATFORM: readonly AcmePipeline[] = [dnsZones, terraformNetwork, ssoPermissionSets];
