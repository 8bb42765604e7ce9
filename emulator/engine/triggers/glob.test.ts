import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitsGlob } from "./glob";

describe("fitsGlob", () => {
  it.each([
    ["main", "main"],
    ["main*", "main-2"],
    ["*.java", "App.java"],
    ["*.*", "README.md"],
    ["*.{java,class}", "App.class"],
    ["foo.?", "foo.c"],
    ["**", "src/deep/App.java"],
    ["src/**", "src/deep/App.java"],
    ["src/*", "src/App.java"],
    ["common/**/*.js", "common/app.js"],
    ["common/**/*.js", "common/a/b/app.js"],
    ["**/README.md", "README.md"],
    ["a**z", "a/b/z"],
    ["v[0-9].[0-9]", "v1.2"],
    ["v[!a-z]", "v1"],
    ["[-a]x", "-x"],
    ["[!-a]x", "bx"],
    ["[a*?\\]x", "\\x"],
    ["\\*", "*"],
    ["back\\", "back\\"],
    ["{feature,fix}/*", "fix/login"],
    ["open{", "open{"],
    ["open[", "open["],
    ["a}b]", "a}b]"],
    [".hidden*", ".hidden.txt"],
    ["*", ".hidden"],
    ["", ""],
  ])("%s fits %s", (pattern, text) => {
    expect(fitsGlob(pattern, text)).toBe(true);
  });

  it.each([
    ["main", "maintenance"],
    ["main", "a-main"],
    ["feature*", "feature/login"],
    ["src/*", "src/deep/App.java"],
    ["src/**", "source/App.java"],
    ["*.java", "src/App.java"],
    ["foo.?", "foo.cc"],
    ["a?b", "a/b"],
    ["a[!x]b", "a/b"],
    ["v[0-9]", "vx"],
    ["v[!a-z]", "vx"],
    ["\\*", "x"],
    ["{feature,fix}/*", "main"],
    ["common/**/*.js", "commonapp.js"],
    ["", "x"],
  ])("%s does not fit %s", (pattern, text) => {
    expect(fitsGlob(pattern, text)).toBe(false);
  });

  it("takes every text without signs as itself", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zA-Z0-9/._-]{0,40}$/), (text) => {
        expect(fitsGlob(text, text)).toBe(true);
        expect(fitsGlob(text, `${text}x`)).toBe(false);
        expect(fitsGlob("**", text)).toBe(true);
      }),
    );
  });

  it("agrees with a plain expression for stars in one name", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab*]{0,8}$/), fc.stringMatching(/^[ab]{0,8}$/), (pattern, text) => {
        const plain = new RegExp(`^${pattern.replaceAll(/\*+/g, ".*")}$`);
        expect(fitsGlob(pattern, text)).toBe(plain.test(text));
      }),
    );
  });

  it("ends for patterns that drive expressions mad", () => {
    expect(fitsGlob("*a".repeat(100), "a".repeat(250))).toBe(true);
    expect(fitsGlob(`${"{a,*}".repeat(50)}!`, "a".repeat(250))).toBe(false);
  });
});
