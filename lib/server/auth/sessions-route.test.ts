import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as one from "@/app/api/sessions/[id]/route";
import * as current from "@/app/api/sessions/current/route";
import * as all from "@/app/api/sessions/route";
import { SessionList, SessionStanding, SessionsEnded } from "@/lib/contract/session";
import { newId } from "../new-id";
import { onSessionEnd } from "../session-ends";
import { personBehind } from "../testing/auth-visit";
import { openHouse, type TestHouse } from "../testing/house";
import { call, pressHeaders } from "../testing/request";
import { signInAs } from "../testing/session";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const list = async (cookie: string) => SessionList.parse((await call(all.GET, { headers: { cookie } })).body);
const end = (cookie: string, id: string, headers: Record<string, string | undefined> = {}) =>
  call(one.DELETE, {
    method: "DELETE",
    params: { id },
    headers: { ...pressHeaders(cookie, newId()), ...headers },
  });
const seenMinutesAgo = (id: string, minutes: number) =>
  house.database.query(
    `update people_sessions set last_seen_at = now() - interval '${minutes} minutes' where id = $1`,
    [id],
  );

/** What the log of receipts has of a session that was ended. */
const endedBy = (id: string) =>
  house.database.query(
    "select entry->>'person_id' as person, entry->>'revoked_by' as by from receipt_log where step = 'ended' and entry->>'id' = $1",
    [id],
  );

describe("one's sessions", () => {
  it("are listed newest first, this one marked, and nobody else's", async () => {
    await signInAs("approver");
    const older = await signInAs("viewer");
    const { id, cookie } = await signInAs("viewer");
    const { items, everybody } = await list(cookie);
    expect(everybody).toBe(false);
    expect(items.every(({ mine, person }) => mine && person.id === "viewer")).toBe(true);
    expect(items.filter((session) => session.current).map((session) => session.id)).toEqual([id]);
    expect(items.slice(0, 2).map((session) => session.id)).toEqual([id, older.id]);
  });

  it("are listed of everybody for an administrator", async () => {
    const viewer = await signInAs("viewer");
    const { cookie } = await signInAs("admin");
    const { items, everybody } = await list(cookie);
    expect(everybody).toBe(true);
    expect(items.find(({ id }) => id === viewer.id)).toMatchObject({ mine: false, current: false });
  });

  it("are not listed once they are over", async () => {
    const { cookie } = await signInAs("viewer");
    const idle = await signInAs("viewer");
    await seenMinutesAgo(idle.id, 31);
    expect((await list(cookie)).items.map(({ id }) => id)).not.toContain(idle.id);
  });
});

describe("ending a session", () => {
  it("bites with its next request, and tells whoever keeps something for it", async () => {
    const told: string[] = [];
    onSessionEnd((id) => told.push(id));
    const { cookie } = await signInAs("viewer");
    const other = await signInAs("viewer");
    const reply = await end(cookie, other.id);
    expect([reply.status, SessionsEnded.parse(reply.body).ended]).toEqual([200, 1]);
    expect(await personBehind(other.cookie)).toBeUndefined();
    expect(await personBehind(cookie)).toBeDefined();
    expect(told).toEqual([other.id]);
    expect((await end(cookie, other.id)).status).toBe(404);
  });

  it("of somebody else is for an administrator; to others it is not there", async () => {
    const theirs = await signInAs("operator");
    const { cookie } = await signInAs("approver");
    const refused = await end(cookie, theirs.id);
    const missing = await end(cookie, newId());
    expect([refused.status, refused.body.code]).toEqual([404, "session.not-found"]);
    expect({ ...refused.body, requestId: "" }).toEqual({ ...missing.body, requestId: "" });
    expect(await personBehind(theirs.cookie)).toBeDefined();
    expect((await end((await signInAs("admin")).cookie, theirs.id)).status).toBe(200);
    expect(await personBehind(theirs.cookie)).toBeUndefined();
    expect(await endedBy(theirs.id)).toEqual([{ person: "operator", by: "admin" }]);
  });

  it("can be done for all others at once, and for nobody else's", async () => {
    const others = await Promise.all([signInAs("operator"), signInAs("operator")]);
    const somebody = await signInAs("viewer");
    const { cookie } = await signInAs("operator");
    const reply = await call(all.DELETE, { method: "DELETE", headers: pressHeaders(cookie, newId()) });
    expect(SessionsEnded.parse(reply.body).ended).toBeGreaterThanOrEqual(2);
    for (const other of others) {
      expect(await personBehind(other.cookie)).toBeUndefined();
      expect(await endedBy(other.id)).toEqual([{ person: "operator", by: "operator" }]);
    }
    expect(await personBehind(cookie)).toBeDefined();
    expect(await personBehind(somebody.cookie)).toBeDefined();
  });

  it.each<[string, Record<string, string | undefined>, number]>([
    ["from another site", { origin: "https://evil.example" }, 403],
    ["without an origin", { origin: undefined }, 403],
    ["without the header that no form sends", { "x-pipedeck-request": undefined }, 403],
    ["without a session", { cookie: undefined }, 401],
  ])("is refused %s", async (_what, headers, status) => {
    const { cookie } = await signInAs("viewer");
    const other = await signInAs("viewer");
    expect((await end(cookie, other.id, headers)).status).toBe(status);
    expect(await personBehind(other.cookie)).toBeDefined();
  });

  it("takes an id alone", async () => {
    expect((await end((await signInAs("admin")).cookie, "all")).status).toBe(400);
  });
});

describe("the current session", () => {
  const standing = async (cookie: string, headers = {}) =>
    call(current.GET, { headers: { cookie, ...headers } });

  it("tells how long it lasts, and asking for it keeps it alive", async () => {
    const { id, cookie } = await signInAs("viewer");
    await seenMinutesAgo(id, 20);
    const { endsInMs, idleEndsInMs } = SessionStanding.parse((await standing(cookie)).body);
    expect(idleEndsInMs).toBeGreaterThan(29 * 60_000);
    expect(endsInMs).toBeGreaterThan(11 * 3_600_000);
  });

  it("is not kept alive by a page that nobody is at", async () => {
    const { id, cookie } = await signInAs("viewer");
    await seenMinutesAgo(id, 20);
    const unattended = { "x-pipedeck-unattended": "1" };
    const { idleEndsInMs } = SessionStanding.parse((await standing(cookie, unattended)).body);
    expect(idleEndsInMs).toBeLessThanOrEqual(10 * 60_000);
    await call(all.GET, { headers: { cookie, ...unattended } });
    await seenMinutesAgo(id, 31);
    expect((await standing(cookie, unattended)).status).toBe(401);
  });
});
