import { expect, test, vi } from "vitest";
import { ApiError } from "./errors";
import { problemResponse } from "./http/problem";

test("an error of another bundle's class is answered with its own words", async () => {
  vi.resetModules();
  const other = await import("./errors");
  expect(other.ApiError).not.toBe(ApiError);
  const response = problemResponse(new other.ApiError("live.too-many", "At most 20."), "1");
  expect([response.status, await response.json()]).toMatchObject([429, { detail: "At most 20." }]);
  expect(new Error("something else") instanceof ApiError).toBe(false);
});
