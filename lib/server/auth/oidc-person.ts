import "server-only";
import { z } from "zod";
import type { Person } from "@/lib/domain/person";
import type { SignInConfig } from "../config/sign-in-config";

const MOST_GROUPS = 1000;
const LONGEST_GROUP = 200;

const Claims = z.looseObject({
  sub: z.string().min(1).max(255),
  name: z.string().optional(),
  preferred_username: z.string().optional(),
  email: z.string().optional(),
});

/**
 * The person behind the claims of an ID token, with the groups it names; null when the claims name nobody.
 *
 * @param claims of a token whose signature, issuer, audience and nonce are verified
 */
export function toPerson(claims: unknown, signIn: SignInConfig): Person | null {
  const parsed = Claims.safeParse(claims);
  if (!parsed.success) return null;
  const { sub, name, preferred_username, email } = parsed.data;
  const known = [name, preferred_username, email].find((text) => text !== undefined && text.trim() !== "");
  const address = email?.trim().slice(0, 254);
  return {
    id: sub,
    name: (known ?? sub).trim().slice(0, 100),
    ...(address ? { email: address } : {}),
    groups: groupsIn(parsed.data[signIn.groupsClaim]),
  };
}

/** Providers send groups as a list, or a single one as a text. A group called `*` would be everybody, so it is none. */
function groupsIn(claim: unknown): string[] {
  const named = [claim].flat().filter((group) => typeof group === "string");
  const good = named.filter((group) => group !== "" && group !== "*" && group.length <= LONGEST_GROUP);
  return [...new Set(good)].slice(0, MOST_GROUPS);
}
