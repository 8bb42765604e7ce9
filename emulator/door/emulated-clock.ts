import { wallNow } from "./wall-clock";

export type ClockMode = "real" | "manual";

/**
 * What time it is inside the emulator, in epoch milliseconds.
 *
 * `real`: emulated time runs at `speed` times wall time from where it was set. `manual`: it moves only when
 * told. Either way it never runs backwards.
 */
export class EmulatedClock {
  readonly mode: ClockMode;
  private currentSpeed: number;
  private base: number;
  private wallBase: number;

  constructor(mode: ClockMode, speed: number, startAt: number) {
    this.mode = mode;
    this.currentSpeed = speed;
    this.base = startAt;
    this.wallBase = wallNow();
  }

  get speed(): number {
    return this.currentSpeed;
  }

  now(): number {
    if (this.mode === "manual") return this.base;
    const wallPassed = Math.max(0, wallNow() - this.wallBase);
    return this.base + Math.floor(wallPassed * this.currentSpeed);
  }

  /** The time that whoever waits for an answer goes by: the wall's under the real clock, else emulated time. */
  waitingNow(): number {
    return this.mode === "manual" ? this.base : wallNow();
  }

  /** An emulated instant in the time that `waitingNow` tells. */
  waitingTimeOf(instant: number): number {
    return this.mode === "manual" ? instant : this.wallBase + (instant - this.base) / this.currentSpeed;
  }

  /** Emulated time goes on from `instant` (epoch ms). */
  set(instant: number): void {
    this.base = instant;
    this.wallBase = wallNow();
  }

  setSpeed(speed: number): void {
    this.set(this.now());
    this.currentSpeed = speed;
  }
}
