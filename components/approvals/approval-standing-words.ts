import type { PressConditions } from "@/lib/contract/access";
import type { ApprovalStanding } from "@/lib/domain/approval-standing";
import { clockTime } from "@/lib/domain/instant-words";
import { ownChangeWords } from "@/lib/domain/own-change-words";
import { rulePlace } from "@/lib/domain/permission";
import type { Person } from "@/lib/domain/person";

/** Why this person's approval would go no further, by the rules and by who approved first; undefined while it would. */
export function heldBackWords(
  person: Pick<Person, "id">,
  { noOwnChanges, twoApprovers }: PressConditions,
  { own, firstBy, firstAt }: ApprovalStanding = {},
): string | undefined {
  if (noOwnChanges && own) return ownChangeWords(own, noOwnChanges);
  if (!twoApprovers || firstBy?.id !== person.id) return undefined;
  const at = firstAt === undefined ? "" : ` at ${clockTime(firstAt)} UTC`;
  return `You approved already${at}; a second person has to approve too (${rulePlace(twoApprovers)}).`;
}

/** What this person's approval is of two, and what that means; undefined where one is enough, or it is not known yet. */
export function turnWords(
  person: Pick<Person, "id">,
  { twoApprovers }: PressConditions,
  standing: ApprovalStanding | undefined,
): { label: string; note: string } | undefined {
  const firstBy = standing?.firstBy;
  if (!twoApprovers || firstBy === undefined || firstBy?.id === person.id) return undefined;
  return firstBy === null
    ? {
        label: "as first of two",
        note: "Recorded now, sent with the second person's. If somebody approved since you opened this, yours is the second.",
      }
    : { label: "as second, ships now", note: `${firstBy.name} approved first.` };
}
