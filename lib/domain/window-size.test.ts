import { expect, test } from "vitest";
import { drawsAlike, guessWindowSize, USUAL_DESKTOP, writeWindowSize } from "./window-size";

const PHONE = "Mozilla/5.0 (Linux; Android 11; moto g power) Chrome/145.0.0.0 Mobile Safari/537.36";
const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Mobile/15E148 Safari/604.1";

test("what the browser said counts, whatever kind of browser it is", () => {
  const size = { width: 1024, height: 700, pageWidth: 1009 };
  expect(guessWindowSize(writeWindowSize(size), PHONE)).toEqual(size);
});

test.each(["", "wide", "1x1x1", "99999x900x1440", "1440x900", "1440x900x1440x1", "-5x900x900"])(
  "a cookie that says %j counts for nothing",
  (cookie) => expect(guessWindowSize(cookie, "curl/8")).toEqual(USUAL_DESKTOP),
);

test("without a word of the browser the kind of it tells", () => {
  expect(guessWindowSize(undefined, PHONE).width).toBe(412);
  expect(guessWindowSize(undefined, IPHONE).width).toBe(390);
  expect(guessWindowSize(undefined, "")).toEqual(USUAL_DESKTOP);
});

test("desktops between two breakpoints are drawn alike, phones only at the same width", () => {
  const at = (width: number) => ({ width, height: 800, pageWidth: width });
  expect(drawsAlike(at(1300), at(1920))).toBe(true);
  expect(drawsAlike(at(1279), at(1280))).toBe(false);
  expect(drawsAlike(at(375), at(375))).toBe(true);
  expect(drawsAlike(at(375), at(390))).toBe(false);
});
