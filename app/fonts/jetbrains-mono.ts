import localFont from "next/font/local";

/**
 * What ids and logs are mostly written with, cut as Inter is.
 *
 * Not asked for ahead: it would stand in the way of what is read first. Until it comes, the system's own typewriter face
 * has its place, whose letters are about as wide; `next/font` could only size a proportional one.
 */
const jetbrainsMonoPlain = localFont({
  src: "./jetbrains-mono-plain-wght-normal.woff2",
  weight: "400 700",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-jetbrains-mono",
});

const jetbrainsMonoLatin = localFont({
  src: "./jetbrains-mono-latin-wght-normal.woff2",
  weight: "400 700",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-jetbrains-mono-latin",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+00A1-00B6, U+00B8-00D6, U+00D8-00FF, U+0131, U+0152-0153, U+02BC, U+02C6, U+02DA, U+02DC, U+201A, U+201E, U+2032-2033, U+2039-203A, U+2044, U+20AC, U+2122, U+2215, U+FEFF",
    },
  ],
});

const jetbrainsMonoLatinExtended = localFont({
  src: "./jetbrains-mono-latin-ext-wght-normal.woff2",
  weight: "100 800",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-jetbrains-mono-ext",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-0130, U+0132-0151, U+0154-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+1D00-1DBF, U+1E00-1EFF",
    },
  ],
});

/** Class names that define the custom properties of JetBrains Mono. */
export const jetbrainsMono = `${jetbrainsMonoPlain.variable} ${jetbrainsMonoLatin.variable} ${jetbrainsMonoLatinExtended.variable}`;
