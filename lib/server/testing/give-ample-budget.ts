import "server-only";
import { RequestBudget } from "../aws/request-budget";
import type { TargetConfig } from "../config/config";

/** Lets a target be asked 100 times a second from the start: an emulator serves it, and a budget would find out late. */
export function giveAmpleBudget(target: TargetConfig): void {
  globalThis.pipedeckBudgets ??= new WeakMap();
  globalThis.pipedeckBudgets.set(target, new RequestBudget(target.requestsPerSecond ?? 100, 100));
}
