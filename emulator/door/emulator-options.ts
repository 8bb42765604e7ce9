import type { ClockMode } from "./emulated-clock";

export const WORLD_NAMES = ["acme", "empty", "hostile", "scale"] as const;

export type WorldName = (typeof WORLD_NAMES)[number];

/** How an emulator is started; `now` is epoch milliseconds, `rate` requests per second. */
export interface EmulatorOptions {
  port: number;
  host: string;
  world: WorldName;
  /** Pipelines of the world `scale`. */
  pipelines: number;
  /** Executions in the first pipeline of the world `scale`. */
  executions: number;
  seed: number;
  /** Whether the people of `acme` go on working. */
  life: boolean;
  clock: ClockMode;
  speed: number;
  /** Where emulated time starts; wall time when absent. */
  now?: number;
  /** Requests per second and account and region; no throttling when absent. */
  rate?: number;
  burst?: number;
}

export const DEFAULT_OPTIONS: EmulatorOptions = {
  port: 4599,
  host: "127.0.0.1",
  world: "acme",
  pipelines: 1000,
  executions: 50,
  seed: 1,
  life: true,
  clock: "real",
  speed: 1,
};

/** Largest world the control API and the flags accept. */
export const MOST_PIPELINES = 20_000;
export const MOST_EXECUTIONS = 20_000;
export const LARGEST_SEED = 0xffff_ffff;
export const FASTEST_SPEED = 1_000_000;
