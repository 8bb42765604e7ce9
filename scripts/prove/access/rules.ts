import type { EmulatedTarget } from "../../stack/demo-config";

/** Somebody who asks: a person of the demo, or nobody. */
export type Role = "admin" | "operator" | "approver" | "viewer";

/** Targets under names that stand in no example of ours, so that a page that holds one was told it. */
export const TARGETS: readonly EmulatedTarget[] = [
  { id: "live-one", name: "Live One", account: "444455556666", region: "eu-west-1" },
  { id: "live-two", name: "Live Two", account: "444455556666", region: "us-east-1" },
  { id: "trial-one", name: "Trial One", account: "222233334444", region: "eu-west-1" },
  { id: "lab-one", name: "Lab One", account: "111122223333", region: "eu-west-1" },
];

/** Who sees what in the proof: everything, one pattern, everything but a pattern, and other targets alone. */
export const PERMISSIONS = {
  rules: [
    { groups: ["admin"], role: "admin" },
    { groups: ["operator"], role: "operator", targets: ["live-one"], pipelines: ["checkout-*"] },
    { groups: ["approver"], role: "approver", targets: ["live-one"] },
    { groups: ["approver"], deny: ["see"], pipelines: ["payments-*", "orders-*"] },
    { groups: ["viewer"], role: "viewer", targets: ["lab-*"] },
  ],
};

/** Whether the rules above show a pipeline. Written down anew here: the proof must not ask what it proves. */
export function sees(role: Role, target: string, pipeline: string): boolean {
  if (role === "admin") return true;
  if (role === "viewer") return target.startsWith("lab-");
  if (target !== "live-one") return false;
  return role === "operator" ? pipeline.startsWith("checkout-") : !/^(payments|orders)-/.test(pipeline);
}
