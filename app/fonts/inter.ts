import localFont from "next/font/local";

/**
 * What plain English is written with, a third of the latin file's size: ASCII, dashes, quotes and accents that combine,
 * weights 400 to 700, without contextual alternates. Cut like the latin file below from the same typeface by fontTools
 * (`subset`, then `instancer`). next/font names a family after its constant, so no two may share a name.
 */
const interPlain = localFont({
  src: "./inter-plain-wght-normal.woff2",
  weight: "400 700",
  display: "swap",
  variable: "--font-inter",
});

/** The rest of latin-1, read only when a text needs it, as in "Zoë". */
const interLatin = localFont({
  src: "./inter-latin-wght-normal.woff2",
  weight: "400 700",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-inter-latin",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+00A1-00B6, U+00B8-00D6, U+00D8-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+2002, U+2009, U+200B, U+201A, U+201E, U+2032-2033, U+2039-203A, U+2044, U+20AC, U+2122, U+FEFF",
    },
  ],
});

/** Read only when a text needs it, so names such as "Łukasz" do not fall out of the typeface. */
const interLatinExtended = localFont({
  src: "./inter-latin-ext-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-inter-ext",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+1D00-1DBF, U+1E00-1EFF",
    },
  ],
});

/** Class names that define the custom properties of Inter. */
export const inter = `${interPlain.variable} ${interLatin.variable} ${interLatinExtended.variable}`;
