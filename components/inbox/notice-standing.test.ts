import { expect, test } from "vitest";
import { noticeStanding } from "./notice-standing";

test.each([
  ["on plain http", { secure: false, permission: "granted", wanted: true }, /https/],
  [
    "without any in the browser",
    { secure: true, permission: undefined, wanted: true },
    /shows no notifications/,
  ],
  ["once denied", { secure: true, permission: "denied", wanted: true }, /blocks/],
] as const)("notifications cannot come %s, and the reason is said", (_, facts, why) => {
  expect(noticeStanding(facts)).toEqual({ kind: "unable", why: expect.stringMatching(why) });
});

test.each([
  ["granted", true, "on"],
  ["granted", false, "off"],
  ["default", true, "off"],
  ["default", false, "off"],
] as const)("with the permission %s, wanted: %s, they are %s", (permission, wanted, kind) => {
  expect(noticeStanding({ secure: true, permission, wanted })).toEqual({ kind });
});
