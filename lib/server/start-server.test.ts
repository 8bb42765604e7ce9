import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { startServer } from "./start-server";
import { migrate } from "./store/migrate";
import { openHouse, type TestHouse } from "./testing/house";

let house: TestHouse;
const good: Record<string, string | undefined> = {};
const NAMES = [
  "NEXTAUTH_URL",
  "NEXTAUTH_SECRET",
  "DATABASE_URL",
  "PIPEDECK_CONFIG",
  "PIPEDECK_METRICS_TOKEN",
];

beforeAll(async () => {
  house = await openHouse();
  for (const name of NAMES) good[name] = process.env[name];
});
afterAll(() => house.close());
beforeEach(() => {
  for (const name of NAMES) {
    if (good[name] === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = good[name];
  }
});

it("starts with everything in order, and writes the start down", async () => {
  await startServer();
  const [row] = await house.database.query(
    "select kind, step, entry from receipt_log order by seq desc limit 1",
  );
  expect(row).toMatchObject({
    kind: "configuration",
    step: "loaded",
    entry: { targets: [{ id: "dev-eu" }] },
  });
});

it("says every mistake of environment and configuration in a line of its own", async () => {
  process.env.NEXTAUTH_URL = "pipedeck.example.com/deck";
  process.env.NEXTAUTH_SECRET = "too short";
  process.env.PIPEDECK_METRICS_TOKEN = "short as well";
  process.env.DATABASE_URL = "mysql://x";
  process.env.PIPEDECK_CONFIG = "/nowhere/pipedeck.config.yaml";
  const message = await startServer().catch((error: Error) => error.message);
  expect(String(message).split("\n")).toEqual([
    expect.stringMatching(/^NEXTAUTH_URL is "pipedeck.example.com\/deck": expected/),
    expect.stringMatching(/^NEXTAUTH_SECRET has 9 characters: expected at least 32/),
    expect.stringMatching(/^PIPEDECK_METRICS_TOKEN is no good token: expected at least 32 characters/),
    expect.stringMatching(/^DATABASE_URL: expected/),
    expect.stringMatching(/pipedeck\.config\.yaml/),
  ]);
});

it.each([
  ["NEXTAUTH_URL", ["", "ftp://x", "https://x/path", "https://user@x", "nonsense"]],
  ["NEXTAUTH_SECRET", [""]],
  ["PIPEDECK_METRICS_TOKEN", ["x", "long enough for a token, but with spaces in it"]],
  ["DATABASE_URL", [""]],
])("refuses a bad %s", async (name, values) => {
  for (const value of values) {
    process.env[name] = value;
    await expect(startServer()).rejects.toThrow(name);
  }
});

it("says in one line, without the password, that the database does not answer", async () => {
  process.env.DATABASE_URL = "postgres://someone:hunter2@127.0.0.1:9/none";
  const message = await startServer().catch((error: Error) => error.message);
  expect(message).toMatch(/^DATABASE_URL: the database cannot be used: connect ECONNREFUSED 127.0.0.1:9$/);
});

it("migrates once when several servers start together", async () => {
  await house.database.query("drop schema public cascade");
  await house.database.query("drop schema drizzle cascade");
  await house.database.query("create schema public");
  await Promise.all(Array.from({ length: 4 }, () => migrate(house.database.url)));
  const [{ count } = {}] = await house.database.query(
    "select count(*)::int from drizzle.__drizzle_migrations",
  );
  expect(count).toBeGreaterThan(0);
  await startServer();
});
