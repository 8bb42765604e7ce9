import "server-only";
import { z } from "zod";
import { type Person, ROLES, type Role } from "@/lib/domain/person";
import type { SignInConfig } from "../config/sign-in-config";

const Claims = z.looseObject({
  sub: z.string().min(1).max(255),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});

/**
 * The person behind the claims of an ID token, with the highest role that the groups give; null when they give none.
 *
 * @param claims of a token whose signature, issuer, audience and nonce are verified
 */
export function toPerson(claims: unknown, signIn: SignInConfig): Person | null {
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) return null;
  const role = roleOf(parsed.data[signIn.groupsClaim], signIn.roles);
  if (role === undefined) return null;
  const { sub, name, preferred_username, email } = parsed.data;
  const known = [name, preferred_username, email].find((text) => text !== undefined && text.trim() !== "");
  return { id: sub, name: (known ?? sub).trim().slice(0, 100), role };
}

/** Providers send groups as a list, or a single one as a text. */
function roleOf(claim: unknown, roles: SignInConfig["roles"]): Role | undefined {
  const groups = new Set(["*", ...[claim].flat().filter((group) => typeof group === "string")]);
  return ROLES.findLast((role) => roles[role]?.some((group) => groups.has(group)));
}
