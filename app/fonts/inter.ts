import localFont from "next/font/local";

// next/font names the family after the constant, so no two may share a name.
const interLatin = localFont({
  src: "./inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "swap",
  variable: "--font-inter",
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
export const inter = `${interLatin.variable} ${interLatinExtended.variable}`;
