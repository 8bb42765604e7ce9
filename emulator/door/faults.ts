import { Random } from "../engine/random";

export const FAULT_KINDS = [
  "throttle",
  "error500",
  "unavailable503",
  "reset",
  "resetAfter",
  "hang",
  "latency",
  "malformed",
  "accessDenied",
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** A fault as it was asked for; what is absent matches everything, `rate` is a share from 0 to 1. */
export interface Fault {
  operation?: string;
  account?: string;
  region?: string;
  kind: FaultKind;
  rate?: number;
  times?: number;
  latencyMs?: number;
}

/** What a request is, for matching. */
export interface FaultTarget {
  operation: string;
  account: string;
  region: string;
}

/** What befalls one request: how much later it is answered, and what else goes wrong. */
export interface Mishap {
  latencyMs: number;
  kind?: Exclude<FaultKind, "latency">;
}

const NOTHING: Mishap = Object.freeze({ latencyMs: 0 });

function matches(fault: Fault, target: FaultTarget): boolean {
  return (
    (fault.operation === undefined || fault.operation === target.operation) &&
    (fault.account === undefined || fault.account === target.account) &&
    (fault.region === undefined || fault.region === target.region)
  );
}

/** The faults in force. All matching latencies add up; of the others the oldest one that strikes wins. */
export class Faults {
  private list: Fault[] = [];
  private readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed + 1);
  }

  add(fault: Fault): void {
    this.list.push({ ...fault });
  }

  clear(): void {
    this.list = [];
  }

  /** Decides what befalls a request and uses up the faults that strike. */
  strike(target: FaultTarget): Mishap {
    if (this.list.length === 0) return NOTHING;
    const mishap: Mishap = { latencyMs: 0 };
    for (const fault of this.list) {
      if (!matches(fault, target)) continue;
      if (fault.kind !== "latency" && mishap.kind !== undefined) continue;
      if (fault.rate !== undefined && this.random.between(1, 1_000_000) > fault.rate * 1_000_000) continue;
      mishap.latencyMs += fault.latencyMs ?? 0;
      if (fault.kind !== "latency") mishap.kind = fault.kind;
      if (fault.times !== undefined) fault.times -= 1;
    }
    this.list = this.list.filter((fault) => fault.times === undefined || fault.times > 0);
    return mishap;
  }
}
