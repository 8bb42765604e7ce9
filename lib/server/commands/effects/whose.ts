import "server-only";
import type { Receipt } from "@/lib/domain/receipt";
import { awsName } from "../../aws/aws-name";
import { writeDeadlineMs } from "../../aws/clients";
import type { TargetConfig } from "../../config/config";

/** How far AWS's clock and ours may be apart for an instant of AWS's to count as within the time of a press. */
const CLOCKS_APART_MS = 5000;

/**
 * Whose a change is, by the principal that AWS keeps with it: the session of the operator role in the presser's name, or
 * somebody else's. `untold` where AWS keeps none, or a session of that name of another role: the role may have been
 * changed since.
 *
 * @param principal ARN, such as `lastChangedBy` of GetPipelineState
 */
export function whose(
  principal: string | undefined,
  { person }: Receipt,
  { operatorRoleArn = "" }: TargetConfig,
): "presser" | "somebody-else" | "untold" {
  if (principal === undefined) return "untold";
  const [, , , , account, role = ""] = operatorRoleArn.split(":");
  const [, , service, , of, session = ""] = principal.split(":");
  const name = awsName(person.id);
  const isOfRole =
    service === "sts" && of === account && session === `assumed-role/${role.split("/").at(-1)}/${name}`;
  if (isOfRole) return "presser";
  return session.split("/").at(-1) === name ? "untold" : "somebody-else";
}

/**
 * Whether what began then can have come of a press while its answer was awaited. A press that was lost may act later, up to
 * when its signature ends, but then nothing tells its effect from somebody else's.
 */
export function isInItsTime(atMs: number, receipt: Receipt, target: TargetConfig): boolean {
  const sentMs = Date.parse(receipt.sentAt ?? receipt.recordedAt);
  const latestMs = sentMs + writeDeadlineMs(target) + CLOCKS_APART_MS;
  return atMs >= sentMs - CLOCKS_APART_MS && atMs <= latestMs;
}

/** Why an effect that AWS keeps nobody for is not taken for a press's: it came at another time, in words for people. */
export function notItsTime(atMs: number | undefined, { sentAt, recordedAt }: Receipt): string {
  if (atMs === undefined) return "AWS does not tell by whom, nor when.";
  const seconds = Math.round((atMs - Date.parse(sentAt ?? recordedAt)) / 1000);
  const when = seconds < 0 ? `${-seconds} s before` : `${seconds} s after`;
  return `AWS does not tell by whom, and it was ${when} this press was sent.`;
}
