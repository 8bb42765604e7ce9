/** Built-in roles, each able to do all the one before it can. */
export const ROLES = ["viewer", "approver", "operator", "admin"] as const;
export type Role = (typeof ROLES)[number];

/** Who is signed in. */
export interface Person {
  id: string;
  name: string;
  role: Role;
}
