import { expect, it } from "vitest";
import { withoutComments } from "./without-comments";

it("blanks comments and strings and keeps code and line numbers", () => {
  const text = 'a(); // b()\n/* c()\n d() */ e("f()", \'g\\\'()\');\nconst h = "http://i"; j();';
  const code = withoutComments(text);
  expect(code.split("\n")).toHaveLength(4);
  expect(code).toMatch(/a\(\);/);
  expect(code).toMatch(/j\(\);/);
  expect(code).not.toMatch(/[bcdfg]\(\)/);
});
