import { expect, test } from "vitest";
import { ApprovalRequest, StopRequest } from "./receipt";

const stop = (reason: string) => StopRequest.safeParse({ abandon: false, reason }).success;
const approve = (summary: string) =>
  ApprovalRequest.safeParse({
    executionId: "5204b44a-8b3b-41c0-9be8-d8dcda313422",
    result: "Approved",
    summary,
  }).success;

test("a stop says why, in up to 200 characters, and blanks say nothing", () => {
  expect(["why", " why\n", "x".repeat(200)].map(stop)).toEqual([true, true, true]);
  expect(["", "  ", "\n\t", "x".repeat(201)].map(stop)).toEqual([false, false, false, false]);
});

test("half of a character is refused, a whole one is not", () => {
  expect([stop("\ud83d"), stop("x\udca9"), approve("\ud83d")]).toEqual([false, false, false]);
  expect([stop("\ud83d\udca9"), approve("\ud83d\udca9"), approve("")]).toEqual([true, true, true]);
});
