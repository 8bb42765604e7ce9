import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Instant } from "@/lib/domain/instant";
import { db } from "./store";
import { stored } from "./stored";
import { firstApprovals } from "./tables/first-approvals";

/** Who approved first. */
export interface FirstApproval {
  person: { id: string; name: string };
  /** Of the press that it was. */
  receiptId: string;
}

/**
 * Writes down who is the first to approve, unless somebody was before, and answers who is the first. The token itself is
 * not kept. Throws `store.unavailable`.
 */
export async function firstApproval(token: string, press: FirstApproval): Promise<FirstApproval> {
  const approval = approvalOf(token);
  const { person, receiptId } = press;
  const [row] = await stored(async () => {
    const values = { approval, personId: person.id, personName: person.name, receiptId };
    await db().insert(firstApprovals).values(values).onConflictDoNothing();
    return db().select().from(firstApprovals).where(eq(firstApprovals.approval, approval));
  });
  return row ? { person: { id: row.personId, name: row.personName }, receiptId: row.receiptId } : press;
}

/** Who approved first, and when; undefined while nobody has. Throws `store.unavailable`. */
export async function findFirstApproval(
  token: string,
): Promise<{ person: FirstApproval["person"]; recordedAt: Instant } | undefined> {
  const [row] = await stored(() =>
    db()
      .select()
      .from(firstApprovals)
      .where(eq(firstApprovals.approval, approvalOf(token))),
  );
  return (
    row && { person: { id: row.personId, name: row.personName }, recordedAt: row.recordedAt.toISOString() }
  );
}

function approvalOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
