import "server-only";
import type { AccessReply } from "@/lib/contract/access";
import type { Verb } from "@/lib/domain/receipt";
import { can } from "../auth/policy";
import type { SignedIn } from "../auth/signed-in";
import { nowInstant } from "../clock";

/** What a person may press, and why not. */
export function readAccess(session: SignedIn): AccessReply {
  const may = (verb: Verb) => can(session.person, verb);
  return {
    person: session.person,
    provider: session.provider,
    signedInAt: session.signedInAt,
    endsAt: session.endsAt,
    verbs: {
      approve: may("approve"),
      reject: may("reject"),
      stop: may("stop"),
      abandon: may("abandon"),
      retry: may("retry"),
      rollback: may("rollback"),
      override: may("override"),
      "open-transition": may("open-transition"),
      "close-transition": may("close-transition"),
      release: may("release"),
    },
    now: nowInstant(),
  };
}
