import { afterEach, expect, test, vi } from "vitest";
import { newPressKey } from "./press-key";

const UUID_4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

test("a key is a fresh uuid of version 4", () => {
  expect(newPressKey()).toMatch(UUID_4);
  expect(newPressKey()).not.toBe(newPressKey());
});

test("a page on plain http, where randomUUID is missing, gets one as well", () => {
  const real = crypto;
  vi.stubGlobal("crypto", { getRandomValues: (bytes: Uint8Array) => real.getRandomValues(bytes) });
  const keys = Array.from({ length: 200 }, newPressKey);
  expect(keys.every((key) => UUID_4.test(key))).toBe(true);
  expect(new Set(keys).size).toBe(200);
});
