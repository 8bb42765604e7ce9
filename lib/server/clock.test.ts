import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test, vi } from "vitest";
import { followClock, now, nowInstant } from "./clock";

const servers: Server[] = [];

/** An emulator as far as its clock goes. */
function serving(status: () => string): Promise<string> {
  return listening((response) => response.end(status()));
}

/** The same, whose answers end when they are let. */
async function answeringLate(status: () => string): Promise<{ url: string; held: ServerResponse[] }> {
  const held: ServerResponse[] = [];
  const url = await listening((response) => {
    response.write(status());
    held.push(response);
  });
  return { url, held };
}

async function listening(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response));
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address: AddressInfo | string | null = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

afterEach(() => {
  globalThis.pipedeckFollowedClock = undefined;
  for (const server of servers.splice(0)) server.close();
});

test("without an emulator to follow it is the wall clock", async () => {
  vi.stubEnv("PIPEDECK_CLOCK_URL", "");
  await followClock();
  expect(Math.abs(now() - Date.now())).toBeLessThan(1000);
});

test("a manual clock stands until it is read again", async () => {
  let at = "2026-11-21T03:00:00.000Z";
  vi.stubEnv(
    "PIPEDECK_CLOCK_URL",
    await serving(() => JSON.stringify({ now: at, clock: "manual", speed: 1 })),
  );
  await followClock();
  expect(nowInstant()).toBe(at);
  at = "2026-11-21T04:00:00.000Z";
  expect(nowInstant()).toBe("2026-11-21T03:00:00.000Z");
  await followClock();
  expect(nowInstant()).toBe(at);
});

test("a real clock runs on at its speed", async () => {
  const start = Date.parse("2026-11-21T03:00:00.000Z");
  vi.stubEnv(
    "PIPEDECK_CLOCK_URL",
    await serving(() => JSON.stringify({ now: nowInstant(start), clock: "real", speed: 3600 })),
  );
  await followClock();
  await vi.waitFor(() => expect(now()).toBeGreaterThan(start + 60_000));
});

test("an answer that comes late does not set a running clock back", async () => {
  const start = Date.parse("2026-11-21T03:00:00.000Z");
  const began = performance.now();
  const status = () =>
    JSON.stringify({
      now: nowInstant(start + (performance.now() - began) * 3600),
      clock: "real",
      speed: 3600,
    });
  const { url, held } = await answeringLate(status);
  vi.stubEnv("PIPEDECK_CLOCK_URL", url);
  const slow = followClock();
  await vi.waitFor(() => expect(held).toHaveLength(1));
  vi.stubEnv("PIPEDECK_CLOCK_URL", await serving(status));
  await followClock();
  const known = now();
  await vi.waitFor(() => expect(now()).toBeGreaterThan(known + 300_000));
  const before = now();
  held[0]?.end();
  await slow;
  expect(now()).toBeGreaterThanOrEqual(before);
});

test("what was asked earlier and is answered later changes nothing", async () => {
  const told = (at: string) => JSON.stringify({ now: at, clock: "manual" });
  const { url, held } = await answeringLate(() => told("2026-11-21T03:00:00.000Z"));
  vi.stubEnv("PIPEDECK_CLOCK_URL", url);
  const slow = followClock();
  await vi.waitFor(() => expect(held).toHaveLength(1));
  vi.stubEnv("PIPEDECK_CLOCK_URL", await serving(() => told("2026-11-21T04:00:00.000Z")));
  await followClock();
  held[0]?.end();
  await slow;
  expect(nowInstant()).toBe("2026-11-21T04:00:00.000Z");
});

test.each([["nonsense"], ["{}"], ['{"now":"yesterday"}'], ["[]"], ["null"]])(
  "an answer of %s changes nothing",
  async (answer) => {
    let text = JSON.stringify({ now: "2026-11-21T03:00:00.000Z", clock: "manual" });
    vi.stubEnv("PIPEDECK_CLOCK_URL", await serving(() => text));
    await followClock();
    text = answer;
    await followClock();
    expect(nowInstant()).toBe("2026-11-21T03:00:00.000Z");
  },
);

test("an emulator that is gone changes nothing", async () => {
  vi.stubEnv("PIPEDECK_CLOCK_URL", "http://127.0.0.1:9");
  await followClock();
  expect(Math.abs(now() - Date.now())).toBeLessThan(1000);
});
