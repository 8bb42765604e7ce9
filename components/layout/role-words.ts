import type { Role } from "@/lib/domain/person";

const WORDS: Record<Role, string> = {
  viewer: "reads everything, presses nothing",
  approver: "reads, approves and rejects",
  operator: "approves, rejects, stops, and every other press",
  admin: "may do everything",
};

/** What a role may do, in a few words. */
export function roleWords(role: Role): string {
  return WORDS[role];
}
