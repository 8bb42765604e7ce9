import { describe, expect, it } from "vitest";
import { compareUrl } from "./compare-url";

const A = "a".repeat(40);
const B = "b".repeat(40);

describe("compareUrl", () => {
  it.each([
    ["https://github.com/acme/shop/commit/", `https://github.com/acme/shop/compare/${A}...${B}`],
    ["https://git.acme.example/acme/shop/commit/", `https://git.acme.example/acme/shop/compare/${A}...${B}`],
    ["https://gitlab.com/a/b/shop/-/commit/", `https://gitlab.com/a/b/shop/-/compare/${A}...${B}`],
    [
      "https://bitbucket.org/acme/shop/commits/",
      `https://bitbucket.org/acme/shop/branches/compare/${B}%0D${A}`,
    ],
    [
      "https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/repositories/shop/commit/",
      `https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/repositories/shop/compare/${B}/.../${A}`,
    ],
  ])("is made of addresses like %s", (page, compare) => {
    expect(compareUrl(`${page}${A}`, `${page}${B}`)).toBe(compare);
  });

  it("keeps the region of a console that needs one", () => {
    const page = "https://console.aws.amazon.com/codesuite/codecommit/repositories/shop/commit/";
    const region = "?region=eu-west-1";
    expect(compareUrl(`${page}${A}${region}`, `${page}${B}${region}`)).toBe(
      `https://console.aws.amazon.com/codesuite/codecommit/repositories/shop/compare/${B}/.../${A}${region}`,
    );
  });

  it("is none for other pages, two repositories, and where an address is missing", () => {
    expect(compareUrl(`https://example.com/${A}`, `https://example.com/${B}`)).toBeUndefined();
    expect(
      compareUrl(`https://github.com/acme/shop/commit/${A}`, `https://github.com/acme/till/commit/${B}`),
    ).toBeUndefined();
    expect(compareUrl(undefined, `https://github.com/acme/shop/commit/${B}`)).toBeUndefined();
    expect(compareUrl("javascript:alert(1)", "javascript:alert(2)")).toBeUndefined();
  });
});
