import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";

/** Every colour of the interface: [light, dark]. Contrast of each pair that is used is checked in palette.test.ts. */
export const palette = {
  canvas: ["#F5F6F8", "#0D1015"],
  surface: ["#FFFFFF", "#141920"],
  sunken: ["#EEF0F4", "#10141A"],
  hover: ["#F0F2F6", "#1B212A"],
  line: ["#E1E5EB", "#232A34"],
  "line-2": ["#C5CCD6", "#38424F"],
  "line-3": ["#848D9B", "#6D7887"],
  rail: ["#868F9D", "#626E7D"],
  ink: ["#12161D", "#E9EDF3"],
  "ink-2": ["#414A57", "#B3BCC9"],
  "ink-3": ["#5B6573", "#8E98A7"],
  accent: ["#5340C8", "#A89CFF"],
  "accent-tint": ["#EDEBFC", "#23203F"],
  "on-accent": ["#FFFFFF", "#14102E"],
  good: ["#0A7350", "#4BC491"],
  "good-fill": ["#12885F", "#3BB482"],
  "good-tint": ["#E2F3EB", "#12291F"],
  bad: ["#B8271A", "#FF8274"],
  "bad-fill": ["#C9301F", "#F4695A"],
  "bad-tint": ["#FDE9E6", "#341B19"],
  run: ["#1560B7", "#6FB2FF"],
  "run-fill": ["#1F6FCB", "#5BA3F5"],
  "run-tint": ["#E3EEFB", "#14263B"],
  wait: ["#875300", "#EDB244"],
  "wait-fill": ["#F0B03C", "#EDB244"],
  "wait-tint": ["#FBEFD6", "#2F2512"],
  "wait-edge": ["#A56800", "#EDB244"],
  "wait-stripe": ["#7A4A00", "#0D1015"],
  over: ["#98286F", "#E98FC8"],
  "over-fill": ["#AC3581", "#DC7ABA"],
  "over-tint": ["#F9E6F2", "#311C2B"],
  idle: ["#5B6573", "#8E98A7"],
  "idle-fill": ["#6A7482", "#7C8695"],
  "idle-tint": ["#EBEEF2", "#1E252F"],
  "on-fill": ["#FFFFFF", "#0D1015"],
  "on-wait": ["#231700", "#0D1015"],
  /** Tooltip: the other theme's ink and paper. */
  flip: ["#12161D", "#E9EDF3"],
  "on-flip": ["#F5F6F8", "#12161D"],
  "on-flip-2": ["#B3BCC9", "#414A57"],
  /** Behind a dialog. */
  veil: ["#12161D66", "#000000A3"],
  /** The fine hatch over rows whose data is old. */
  hatch: ["#12161D0D", "#E9EDF30B"],
} as const satisfies Record<string, readonly [light: string, dark: string]>;

function variables(theme: 0 | 1): Record<string, string> {
  return Object.fromEntries(Object.entries(palette).map(([token, pair]) => [`--${token}`, pair[theme]]));
}

const light = {
  ...variables(0),
  "color-scheme": "light",
  "--shadow-float": "0 1px 2px #12161D14, 0 8px 24px #12161D26",
};
const dark = {
  ...variables(1),
  "color-scheme": "dark",
  "--shadow-float": "0 0 0 1px #38424F, 0 8px 28px #000000B3",
};

export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      ...Object.fromEntries(Object.keys(palette).map((token) => [token, `var(--${token})`])),
    },
    fontFamily: {
      sans: [
        "var(--font-inter-ext)",
        "var(--font-inter-latin)",
        "var(--font-inter)",
        "system-ui",
        "sans-serif",
      ],
      mono: [
        "var(--font-jetbrains-mono-ext)",
        "var(--font-jetbrains-mono-latin)",
        "var(--font-jetbrains-mono)",
        "ui-monospace",
        "monospace",
      ],
    },
    fontSize: {
      page: ["20px", { lineHeight: "28px", fontWeight: "600", letterSpacing: "-0.01em" }],
      section: ["15px", { lineHeight: "20px", fontWeight: "600" }],
      body: ["13px", "20px"],
      secondary: ["12px", "18px"],
      label: ["11px", "16px"],
    },
    borderRadius: {
      none: "0",
      ticket: "3px",
      badge: "5px",
      control: "6px",
      card: "8px",
      dialog: "12px",
      full: "9999px",
    },
    boxShadow: { none: "none", float: "var(--shadow-float)" },
    transitionDuration: { press: "80ms", panel: "140ms", train: "240ms" },
    transitionTimingFunction: { out: "cubic-bezier(0.2, 0, 0, 1)" },
    animation: {
      none: "none",
      // One animation of a thousand turns: every end of one has the page draw a frame and tell its listeners.
      turn: "turn 1100s linear infinite",
      appear: "appear 140ms cubic-bezier(0.2, 0, 0, 1)",
    },
    keyframes: {
      turn: { to: { transform: "rotate(360000deg)" } },
      appear: { from: { opacity: "0" } },
    },
    extend: {
      spacing: {
        row: "28px",
        "group-head": "32px",
        bar: "48px",
        panel: "328px",
        page: "20px",
        // The pages at the lower edge of a phone, and what floats above them.
        tabs: "var(--tabs)",
        "over-tabs": "calc(var(--tabs) + 20px)",
      },
    },
  },
  plugins: [
    plugin(({ addBase }) => {
      addBase({
        ":root": { ...light, "--tabs": "0px" },
        "@media (width < 40rem)": { ":root": { "--tabs": "calc(60px + env(safe-area-inset-bottom))" } },
        "@media (prefers-color-scheme: dark)": { ":root:not([data-theme=light])": dark },
        ":root[data-theme=dark]": dark,
      });
    }),
  ],
} satisfies Config;
