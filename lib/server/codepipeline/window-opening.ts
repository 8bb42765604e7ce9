import "server-only";
import { Cron } from "croner";
import type { Instant } from "@/lib/domain/instant";
import { instant } from "./lenient";

/**
 * When the deployment window opens that a rule waits for, from what the rule is configured with and when it began:
 * the first minute from then on that its Quartz expression matches in its time zone, UTC by default. Seconds are not
 * looked at, as AWS's own table has it. Undefined when the expression says nothing that can be understood.
 * Source: AWS CodePipeline user guide, rule reference, DeploymentWindow (`Cron`, `TimeZone`).
 */
export function windowOpening(
  { Cron: expression, TimeZone: timezone = "UTC" }: Readonly<Record<string, string | undefined>>,
  since: Instant,
): Instant | undefined {
  if (typeof expression !== "string") return undefined;
  const [, ...fields] = expression.trim().split(/\s+/);
  const sinceMs = Date.parse(since);
  try {
    const cron = new Cron(["0", ...fields].join(" "), {
      timezone,
      alternativeWeekdays: true,
      sloppyRanges: true,
    });
    return instant(cron.nextRun(new Date(sinceMs - (sinceMs % 60_000) - 1000)) ?? undefined);
  } catch {
    return undefined;
  }
}
