import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ApiError } from "../errors";
import type { LiveSession } from "../store/people-sessions";
import { remembering } from "./remembered-sessions";

const ROW = { id: "one", personId: "viewer", stale: true } as LiveSession;
const stands = async () => ROW;
const away = async () => {
  throw new ApiError("store.unavailable");
};
let mono = 0;
beforeEach(() => {
  mono = 1e6;
  vi.spyOn(performance, "now").mockImplementation(() => mono);
  globalThis.pipedeckSessions = undefined;
  globalThis.pipedeckStoreFailedMono = undefined;
});
afterEach(() => vi.restoreAllMocks());

it("who was signed in still is while the store is away, for five minutes, and is not written", async () => {
  await remembering("one", stands);
  expect(await remembering("one", away)).toEqual({ ...ROW, stale: false });
  mono += 5 * 60_000 + 1;
  await expect(remembering("one", away)).rejects.toMatchObject({ code: "store.unavailable" });
});

it("who is not known is not let in", async () => {
  await expect(remembering("one", away)).rejects.toMatchObject({ code: "store.unavailable" });
});

it("who is signed out by the store's own word is forgotten", async () => {
  await remembering("one", stands);
  expect(await remembering("one", async () => undefined)).toBeUndefined();
  await expect(remembering("one", away)).rejects.toMatchObject({ code: "store.unavailable" });
});

it("a store that failed is left alone for a second, then asked again", async () => {
  await remembering("one", stands);
  await remembering("one", away);
  const asked = vi.fn(stands);
  await remembering("one", asked);
  expect(asked).not.toHaveBeenCalled();
  mono += 1001;
  await remembering("one", asked);
  expect(asked).toHaveBeenCalledTimes(1);
});
