import { createHash } from "node:crypto";
import type { ActionTypeId } from "../engine/declaration";

/** What a deploy action that reports its targets works on. */
export interface DeployFleet {
  targetType: string;
  targetIds: string[];
  /** Targets that are deployed to at the same time. */
  batchSize: number;
  /** What happens on each target, in order. */
  events: string[];
}

/** Where the fleet is, and the action's configuration with its variables replaced. */
export interface FleetPlace {
  account: string;
  region: string;
  configuration: Record<string, string>;
}

const fewestInstances = 3;
const instancesMore = 4;

/** Hexadecimal digits that are the same for the same words: fleets do not change from one deployment to the next. */
export function steadyHex(length: number, ...words: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(words)).digest("hex").slice(0, length);
}

/** A number of instances such as `2` or a share such as `25%`, at least one. */
function batchOf(asked: string | undefined, fleetSize: number): number {
  const amount = Number.parseInt(asked ?? "1", 10);
  const size = asked?.endsWith("%") ? Math.floor((amount / 100) * fleetSize) : amount;
  return Math.min(fleetSize, Math.max(1, Number.isNaN(size) ? 1 : size));
}

function eventsOf({
  TargetGroupNameList,
  PreScript,
  PostScript,
  DeploySpec,
}: Record<string, string>): string[] {
  const balanced = TargetGroupNameList !== undefined;
  const scripted = DeploySpec !== undefined;
  return [
    ...(balanced ? ["BLOCK_TRAFFIC"] : []),
    ...(scripted || PreScript !== undefined ? ["BEFORE_DEPLOY"] : []),
    "DEPLOY",
    ...(scripted || PostScript !== undefined ? ["AFTER_DEPLOY"] : []),
    ...(balanced ? ["ALLOW_TRAFFIC"] : []),
  ];
}

function instances({ account, region, configuration }: FleetPlace): DeployFleet {
  const { InstanceTagKey = "", InstanceTagValue = "", InstanceType = "EC2", MaxBatch } = configuration;
  const words = [account, region, InstanceTagKey, InstanceTagValue];
  const size = fewestInstances + (Number.parseInt(steadyHex(4, ...words), 16) % instancesMore);
  const prefix = InstanceType === "SSM_MANAGED_NODE" ? "mi" : "i";
  return {
    targetType: InstanceType,
    targetIds: Array.from({ length: size }, (_, index) => `${prefix}-${steadyHex(17, ...words, index)}`),
    batchSize: batchOf(MaxBatch, size),
    events: eventsOf(configuration),
  };
}

/** The targets of a deploy action; undefined for types that do not report theirs. */
export function fleetOf(
  { category, owner, provider }: ActionTypeId,
  place: FleetPlace,
): DeployFleet | undefined {
  if (category !== "Deploy" || owner !== "AWS") return undefined;
  if (provider === "EC2") return instances(place);
  if (provider !== "EKS") return undefined;
  const { ClusterName = "" } = place.configuration;
  return { targetType: "EKS", targetIds: [ClusterName], batchSize: 1, events: ["DEPLOY"] };
}
