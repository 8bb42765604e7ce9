import { type DeployFleet, fleetOf, steadyHex } from "../../providers/deploy-fleet";
import type { ActionRun } from "../record";
import { wireInstant } from "./instant";

type Status = "Pending" | "InProgress" | "Succeeded" | "Failed";

/** DeployActionExecutionTarget of ListDeployActionExecutionTargets. */
export interface DeployTargetView extends Record<string, unknown> {
  targetId: string;
  status: Status;
}

/** A span of time, epoch milliseconds. */
interface Span {
  from: number;
  to: number;
}

function statusAt({ from, to }: Span, now: number, fails: boolean): Status {
  if (now < from) return "Pending";
  if (now < to) return "InProgress";
  return fails ? "Failed" : "Succeeded";
}

function timesOf({ from, to }: Span, now: number): Record<string, number> {
  return {
    ...(now >= from && { startTime: wireInstant(from) }),
    ...(now >= to && { endTime: wireInstant(to) }),
  };
}

/** The `index`th of `count` equal parts. */
function part({ from, to }: Span, index: number, count: number): Span {
  const share = (to - from) / count;
  const at = (place: number): number => (place === count ? to : Math.round(from + place * share));
  return { from: at(index), to: at(index + 1) };
}

function commandId(...words: readonly string[]): string {
  const hex = steadyHex(32, ...words);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join("-");
}

function targetView(
  run: ActionRun,
  fleet: DeployFleet,
  index: number,
  whole: Span,
  now: number,
): DeployTargetView {
  const targetId = fleet.targetIds[index] ?? "";
  const batches = Math.ceil(fleet.targetIds.length / fleet.batchSize);
  const batch = Math.floor(index / fleet.batchSize);
  const span = part(whole, batch, batches);
  const fails = run.status === "Failed" && batch === batches - 1 && index % fleet.batchSize === 0;
  const lastEvent = fleet.events.length - 1;
  return {
    targetId,
    targetType: fleet.targetType,
    status: statusAt(span, now, fails),
    ...timesOf(span, now),
    events: fleet.events.map((name, place) => {
      const eventSpan = part(span, place, fleet.events.length);
      const eventFails = fails && place === lastEvent;
      const message = eventFails ? run.errorDetails?.message : undefined;
      return {
        name,
        status: statusAt(eventSpan, now, eventFails),
        ...timesOf(eventSpan, now),
        ...(now >= eventSpan.from && {
          context: {
            ssmCommandId: commandId(run.id, targetId, name),
            ...(message !== undefined && { message }),
          },
        }),
      };
    }),
  };
}

/**
 * The targets of a deploy action as they are at `now` (epoch ms): batch after batch through the time the action takes. When
 * it failed, the first target of the last batch did. Empty for actions that do not report targets or did not get to them.
 */
export function deployTargets(run: ActionRun, now: number): DeployTargetView[] {
  const { pipeline } = run.stageRun.execution;
  const fleet = fleetOf(run.declaration.actionTypeId, {
    account: pipeline.account,
    region: run.declaration.region ?? pipeline.region,
    configuration: run.resolvedConfiguration,
  });
  const whole = { from: run.startedAt, to: run.expectedEndAt ?? run.startedAt };
  if (!fleet || whole.to === whole.from) return [];
  return fleet.targetIds.map((_, index) => targetView(run, fleet, index, whole, now));
}
