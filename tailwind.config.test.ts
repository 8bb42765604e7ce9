import { expect, test } from "vitest";
import { palette } from "./tailwind.config";

type Token = keyof typeof palette;
const THEMES = [
  ["light", 0],
  ["dark", 1],
] as const;
const SURFACES: Token[] = ["canvas", "surface", "sunken", "hover", "accent-tint"];
const HUES = ["good", "bad", "run", "wait", "over", "idle"] as const;

function luminance(colour: string): number {
  const channel = (from: number) => {
    const value = Number.parseInt(colour.slice(from, from + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

function contrast(theme: 0 | 1, a: Token, b: Token): number {
  const [dark = 0, light = 0] = [luminance(palette[a][theme]), luminance(palette[b][theme])].sort(
    (x, y) => x - y,
  );
  return (light + 0.05) / (dark + 0.05);
}

function worst(theme: 0 | 1, token: Token, on: Token[]): number {
  return Math.min(...on.map((surface) => contrast(theme, token, surface)));
}

test.each(THEMES)("in %s, every text reaches 4.5:1 on every surface", (_name, theme) => {
  for (const token of ["ink", "ink-2", "ink-3", "accent"] as const) {
    expect(worst(theme, token, SURFACES), token).toBeGreaterThanOrEqual(4.5);
  }
  for (const hue of HUES)
    expect(worst(theme, hue, [...SURFACES, `${hue}-tint`]), hue).toBeGreaterThanOrEqual(4.5);
});

test.each(THEMES)("in %s, what is written on fills reaches 4.5:1", (_name, theme) => {
  expect(contrast(theme, "on-accent", "accent")).toBeGreaterThanOrEqual(4.5);
  expect(contrast(theme, "on-wait", "wait-fill")).toBeGreaterThanOrEqual(4.5);
  for (const fill of ["run-fill", "bad-fill", "ink-2", "idle"] as const) {
    expect(contrast(theme, "on-fill", fill), fill).toBeGreaterThanOrEqual(4.5);
  }
  for (const text of ["on-flip", "on-flip-2"] as const) {
    expect(contrast(theme, text, "flip"), text).toBeGreaterThanOrEqual(4.5);
  }
});

test.each(THEMES)("in %s, every drawing reaches 3:1 on every surface", (_name, theme) => {
  for (const hue of HUES) {
    const token = hue === "wait" ? "wait-edge" : (`${hue}-fill` as const);
    expect(worst(theme, token, [...SURFACES, `${hue}-tint`]), token).toBeGreaterThanOrEqual(3);
  }
  for (const token of ["rail", "line-3"] as const) {
    expect(worst(theme, token, ["canvas", "surface", "hover"]), token).toBeGreaterThanOrEqual(2.9);
  }
});
