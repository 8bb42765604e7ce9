import { encode } from "next-auth/jwt";
import { beforeEach, expect, it, vi } from "vitest";
import { newId } from "../new-id";
import { HOUSE } from "../testing/request";
import { openSession, sealSession } from "./session-cookie";

const SECRET = "a secret of the tests, long enough to be one";

beforeEach(() => {
  process.env.NEXTAUTH_URL = HOUSE;
  process.env.NEXTAUTH_SECRET = SECRET;
});

it("opens each cookie to the session sealed in it, the first time and again", async () => {
  const ids = Array.from({ length: 20 }, () => newId());
  const cookies = await Promise.all(ids.map((id) => sealSession(id)));
  for (const _time of ["first", "again"])
    expect(await Promise.all(cookies.map((cookie) => openSession(cookie)))).toEqual(ids);
});

it("opens no cookie of another secret, though it was opened under its own", async () => {
  const id = newId();
  const cookie = await sealSession(id);
  expect(await openSession(cookie)).toBe(id);
  process.env.NEXTAUTH_SECRET = `another ${SECRET}`;
  expect(await openSession(cookie)).toBeNull();
  process.env.NEXTAUTH_SECRET = SECRET;
  expect(await openSession(cookie)).toBe(id);
});

it("opens no cookie that was changed or cut, though the whole was opened", async () => {
  const cookie = await sealSession(newId());
  await openSession(cookie);
  expect(await openSession(`${cookie}x`)).toBeNull();
  expect(await openSession(cookie.slice(0, -2))).toBeNull();
  expect(await openSession(`x${cookie.slice(1)}`)).toBeNull();
});

it("opens a cookie until it expires, though it was opened before", async () => {
  const id = newId();
  const cookie = await encode({ token: { sid: id }, secret: SECRET, maxAge: 60 });
  expect(await openSession(cookie)).toBe(id);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 90_000 });
  try {
    expect(await openSession(cookie)).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

it("goes on opening the right session when more cookies come than are kept", async () => {
  const first = newId();
  const cookie = await sealSession(first);
  for (let round = 0; round < 5; round += 1) {
    const ids = Array.from({ length: 450 }, () => newId());
    const opened = await Promise.all(ids.map(async (id) => openSession(await sealSession(id))));
    expect(opened).toEqual(ids);
  }
  expect(await openSession(cookie)).toBe(first);
});
