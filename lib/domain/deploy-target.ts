import type { Instant } from "./instant";
import type { Standing } from "./standing";

/** One thing that happened on a target: a script that ran, traffic that was moved. */
export interface DeployTargetEvent {
  name: string;
  standing: Standing;
  startedAt?: Instant;
  endedAt?: Instant;
  /** The command of Systems Manager that did it. */
  commandId?: string;
  message?: string;
}

/** One instance or cluster that a deploy action deploys to. */
export interface DeployTarget {
  id: string;
  type?: string;
  standing: Standing;
  startedAt?: Instant;
  endedAt?: Instant;
  events: DeployTargetEvent[];
}

/** Providers whose targets AWS tells; other deploy actions have none, or tell them at the provider's. */
const TELLS_TARGETS = new Set(["EC2", "EKS"]);

/** Whether AWS may tell the targets of a run. */
export function tellsTargets({ category, provider }: { category: string; provider: string }): boolean {
  return category === "Deploy" && TELLS_TARGETS.has(provider);
}
