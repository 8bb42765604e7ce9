import "server-only";
import type { AccessReply } from "@/lib/contract/access";
import { isFor } from "@/lib/domain/permission";
import { getPolicy, mayDoInHouse } from "../auth/policy";
import type { SignedIn } from "../auth/signed-in";
import { nowInstant } from "../clock";
import { accessAt } from "./access-at";

/**
 * Who is signed in and what rules speak of them; at a pipeline, what may be pressed there, and why not.
 *
 * @throws ApiError `target.not-found`, `pipeline.not-found`
 */
export async function readAccess(
  session: SignedIn,
  { target, pipeline, stage }: { target?: string; pipeline?: string; stage?: string } = {},
): Promise<AccessReply> {
  const { person } = session;
  const place = target === undefined || pipeline === undefined ? undefined : { target, pipeline, stage };
  return {
    person: { ...person, groups: [...person.groups] },
    provider: session.provider,
    signedInAt: session.signedInAt,
    endsAt: session.endsAt,
    rules: rulesOf(session),
    house: {
      "see-activity": mayDoInHouse(person, "see-activity"),
      "revoke-sessions": mayDoInHouse(person, "revoke-sessions"),
    },
    ...(place === undefined ? {} : { at: await accessAt(person, place) }),
    now: nowInstant(),
  };
}

/** A rule that hides something names what it hides, so who is not to see it is not told of it. */
function rulesOf({ person }: SignedIn): AccessReply["rules"] {
  const mine = getPolicy().rules.filter((rule) => isFor(rule, person.groups));
  const told = mine.filter(({ effect, verbs }) => effect === "allow" || !verbs.has("see"));
  return told.map(({ effect, path, line, words }) => ({
    effect,
    rule: { path, ...(line === undefined ? {} : { line }), words },
  }));
}
