import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { revokeSession } from "../store/people-sessions";
import { personBehind } from "../testing/auth-visit";
import { signInWith, writeConfig } from "../testing/config-file";
import { openHouse, type TestHouse } from "../testing/house";
import { signInAs, type TestSession } from "../testing/session";
import { signedIn } from "./signed-in";

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

describe("a session", () => {
  const endings: Array<[string, string]> = [
    ["revoked", "revoked_at = now()"],
    ["idle for 31 minutes", "last_seen_at = now() - interval '31 minutes'"],
    ["older than 12 hours", "expires_at = now() - interval '1 second'"],
    ["of groups that no rule speaks of", "groups = '{emperor}'"],
  ];
  it.each(endings)("is over when it is %s", async (_how, change) => {
    const session: TestSession = await signInAs("admin");
    expect(await personBehind(session.cookie)).toBeDefined();
    await house.database.query(`update people_sessions set ${change} where id = $1`, [session.id]);
    expect(await personBehind(session.cookie)).toBeUndefined();
  });

  it("is kept alive by being used", async () => {
    const session = await signInAs("viewer");
    await house.database.query(
      "update people_sessions set last_seen_at = now() - interval '29 minutes' where id = $1",
      [session.id],
    );
    expect(await personBehind(session.cookie)).toBeDefined();
    const [row] = await house.database.query(
      "select last_seen_at > now() - interval '1 minute' as fresh from people_sessions where id = $1",
      [session.id],
    );
    expect(row).toEqual({ fresh: true });
  });

  it("lasts 12 hours", async () => {
    const session = await signInAs("viewer");
    const [row] = await house.database.query(
      "select extract(epoch from expires_at - created_at)::int as seconds from people_sessions where id = $1",
      [session.id],
    );
    expect(row).toEqual({ seconds: 43_200 });
  });

  it("is refused to every request after its end, however many of it are in flight", async () => {
    const session = await signInAs("admin");
    const { cookie } = session;
    let under = true;
    let asked = 0;
    const busy = Array.from({ length: 20 }, async () => {
      while (under) {
        await personBehind(cookie);
        asked += 1;
      }
    });
    await expect.poll(() => asked).toBeGreaterThan(40);
    const before = Array.from({ length: 20 }, () => personBehind(cookie));
    await revokeSession(session.id);
    const after = await Promise.all(Array.from({ length: 20 }, () => personBehind(cookie)));
    under = false;
    await Promise.all([...before, ...busy]);
    expect(after).toEqual(after.map(() => undefined));
  });

  it("is never taken for another that is asked for at the same moment", async () => {
    const roles = ["viewer", "approver", "operator", "admin"] as const;
    const sessions = await Promise.all(roles.map(async (role) => ({ role, ...(await signInAs(role)) })));
    const asked = Array.from({ length: 10 }, () => sessions).flat();
    const seen = await Promise.all(
      asked.map(({ cookie }) => {
        const { cookies } = new NextRequest("http://127.0.0.1:3000", { headers: { cookie } });
        return signedIn(cookies);
      }),
    );
    expect(seen.map((one) => [one?.sessionId, one?.person.groups[0]])).toEqual(
      asked.map(({ id, role }) => [id, role]),
    );
  });

  it("of a demo person survives the emulator but not a real account as the back end", async () => {
    const session = await signInAs("admin");
    expect(await personBehind(session.cookie)).toBeDefined();
    const remove = writeConfig([{ id: "real" }]);
    expect(await personBehind(session.cookie)).toBeUndefined();
    const real = await signInAs("admin", "oidc");
    expect(await personBehind(real.cookie)).toBeUndefined();
    const removeToo = writeConfig([{ id: "real" }], signInWith("https://login.example.com"));
    expect(await personBehind(real.cookie)).toBeDefined();
    remove();
    removeToo();
  });
});
