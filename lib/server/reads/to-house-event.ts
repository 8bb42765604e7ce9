import "server-only";
import { z } from "zod";
import type { HouseEvent } from "@/lib/contract/house-event";
import { deviceWords } from "@/lib/domain/device-words";
import type { LoggedEvent } from "../store/logged-events";

const Kind = z.enum(["denied", "session", "configuration"]);
const Person = z.object({ id: z.string(), name: z.string() });
const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined)
  .catch(undefined);
/** What was written down by whichever version of ours: a member that is not as expected is left out. */
const Entry = z.object({
  at: Text,
  why: Text,
  sha256: Text,
  person: Person.optional().catch(undefined),
  path: z
    .object({ target: z.string(), pipeline: z.string(), stage: z.string().optional() })
    .optional()
    .catch(undefined),
  // Of whoever the provider vouches for and no rule lets in, who has no session.
  personId: Text,
  // Rows of sessions, as PostgreSQL's trigger writes them.
  person_id: Text,
  person_name: Text,
  created_at: Text,
  revoked_at: Text,
  revoked_by: Text,
  user_agent: Text,
});
type Entry = z.infer<typeof Entry>;

/** A row of the log as people read it; undefined for one of a kind that is not told. */
export function toHouseEvent({ seq, kind, step, entry }: LoggedEvent): HouseEvent | undefined {
  const known = Kind.safeParse(kind);
  const parsed = Entry.safeParse(entry);
  if (!known.success || !parsed.success) return undefined;
  const facts = parsed.data;
  const at = instantOf(facts, step);
  const person = facts.person ?? personOf(facts);
  const { path: place } = facts;
  const words = wordsOf(facts);
  return {
    seq,
    kind: known.data,
    step: isByAnother(facts) ? "revoked" : step,
    ...(at !== undefined && { at }),
    ...(person !== undefined && { person: { id: person.id, name: person.name } }),
    ...(place !== undefined && { place }),
    ...(words !== undefined && { words }),
  };
}

function instantOf({ at, created_at, revoked_at }: Entry, step: string): string | undefined {
  const text = at ?? (step === "signed-in" ? created_at : (revoked_at ?? created_at));
  const ms = Date.parse(text ?? "");
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

function personOf(facts: Entry): { id: string; name: string } | undefined {
  const id = facts.person_id ?? facts.personId;
  return id === undefined ? undefined : { id, name: facts.person_name ?? id };
}

function isByAnother({ person_id: id, revoked_by: by }: Entry): boolean {
  return by !== undefined && by !== id;
}

function wordsOf(facts: Entry): string | undefined {
  const { why, sha256, person_id: personId, user_agent: agent } = facts;
  if (why !== undefined) return why;
  if (sha256 !== undefined) return `SHA-256 ${sha256.slice(0, 16)}`;
  if (isByAnother(facts)) return `by ${facts.revoked_by}`;
  return personId === undefined ? undefined : deviceWords(agent ?? null);
}
