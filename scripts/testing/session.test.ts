import { expect, test } from "vitest";
import { cookieHeader, cookiesOf } from "./session";

test("cookies are read from Set-Cookie lines and sent back as one header", () => {
  const cookies = cookiesOf(["a=1=2; Path=/; HttpOnly", "b=x%20y; Secure", "gone=; Max-Age=0"]);
  expect(cookieHeader({ cookies })).toBe("a=1=2; b=x%20y");
});
