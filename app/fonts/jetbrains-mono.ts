import localFont from "next/font/local";

/**
 * Not asked for ahead: it would stand in the way of what is read first. Until it comes, the system's own typewriter face
 * has its place, whose letters are about as wide; `next/font` could only size a proportional one.
 */
const jetbrainsMonoLatin = localFont({
  src: "./jetbrains-mono-latin-wght-normal.woff2",
  weight: "100 800",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-jetbrains-mono",
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
export const jetbrainsMono = `${jetbrainsMonoLatin.variable} ${jetbrainsMonoLatinExtended.variable}`;
