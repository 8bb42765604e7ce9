import type { EmulatedTarget } from "../stack/demo-config";

const PROD = "444455556666";
const STAGING = "222233334444";
const DEV = "111122223333";

/** Four targets that will be in trouble, each an account and region of its own: what befalls it, and what it then says. */
export const troubledTargets = [
  { id: "hung", account: PROD, region: "us-east-1", fault: { kind: "hang" }, says: "unreachable" },
  { id: "throttled", account: STAGING, region: "us-east-1", fault: { kind: "throttle" }, says: "throttled" },
  { id: "denied", account: DEV, region: "us-east-1", fault: { kind: "accessDenied" }, says: "denied" },
  { id: "garbage", account: STAGING, region: "eu-west-1", fault: { kind: "malformed" }, says: "unreachable" },
] as const;

/** Sixteen targets that work, of two accounts; each has pipelines, which are read more often than lists. */
const HEALTHY = {
  [PROD]: ["catalog*", "checkout*", "customer*", "[f-g]*", "l*", "o*", "p*", "[r-w]*"],
  [DEV]: ["c*", "d*", "e*", "g*", "l*", "m*", "p*", "s*"],
};

/** Twenty targets, of which four can be troubled apart from the others. */
export const twentyTargets: readonly EmulatedTarget[] = [
  ...troubledTargets.map(({ id, account, region }) => ({ id, name: id, account, region })),
  ...Object.entries(HEALTHY).flatMap(([account, includes]) =>
    includes.map((include, index) => ({
      id: `${account === PROD ? "prod" : "dev"}-${index + 1}`,
      name: `${account === PROD ? "Prod" : "Dev"} ${include}`,
      account,
      region: "eu-west-1",
      include,
    })),
  ),
];
