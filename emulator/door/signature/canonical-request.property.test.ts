import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalRequest, plainCanonicalRequest } from "./canonical-request";

const name = fc.oneof(
  fc.constantFrom("host", "x-amz-date", "x-amz-target", "content-type", "user-agent", "proxy-a", "sec-b"),
  fc.stringMatching(/^[a-z0-9!#$%&'*+.^_`|~-]{1,12}$/),
);
const value = fc.oneof(
  fc.string({ unit: fc.constantFrom(" ", "\t", "\r", "\n", "a", "B", ":", "é") }),
  fc.string({ unit: "grapheme" }),
);

test("the short way to a canonical request gives the library's text, whatever the headers", () => {
  fc.assert(
    fc.property(
      fc.dictionary(name, value, { minKeys: 1 }),
      fc.stringMatching(/^[0-9a-f]{64}$/),
      (headers, bodyHash) => {
        const method = "POST";
        const expected = canonicalRequest({
          method,
          path: "/",
          query: {},
          headers: { ...headers },
          bodyHash,
        });
        expect(plainCanonicalRequest({ method, headers, bodyHash })).toBe(expected);
      },
    ),
    { numRuns: 1000 },
  );
});

test("spaces in a header's value become one and go at both ends", () => {
  const headers = { host: " a \t b\r\nc ", "x-amz-date": "d" };
  expect(plainCanonicalRequest({ method: "POST", headers, bodyHash: "e" })).toBe(
    "POST\n/\n\nhost:a b c\nx-amz-date:d\n\nhost;x-amz-date\ne",
  );
});
