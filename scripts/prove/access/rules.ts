/** Somebody who asks: a person of the demo, or nobody. */
export type Role = "admin" | "operator" | "approver" | "viewer";

/** Who sees what in the proof: everything, one pattern, everything but a pattern, and other targets alone. */
export const PERMISSIONS = {
  rules: [
    { groups: ["admin"], role: "admin" },
    { groups: ["operator"], role: "operator", targets: ["prod-eu"], pipelines: ["checkout-*"] },
    { groups: ["approver"], role: "approver", targets: ["prod-eu"] },
    { groups: ["approver"], deny: ["see"], pipelines: ["payments-*", "orders-*"] },
    { groups: ["viewer"], role: "viewer", targets: ["dev-*"] },
  ],
};

/** Whether the rules above show a pipeline. Written down anew here: the proof must not ask what it proves. */
export function sees(role: Role, target: string, pipeline: string): boolean {
  if (role === "admin") return true;
  if (role === "viewer") return target.startsWith("dev-");
  if (target !== "prod-eu") return false;
  return role === "operator" ? pipeline.startsWith("checkout-") : !/^(payments|orders)-/.test(pipeline);
}
