import fc from "fast-check";
import { expect, test } from "vitest";
import { parseAuthorization } from "./authorization-header";

const signature = fc.stringMatching(/^[0-9a-f]{64}$/);
const piece = fc.constantFrom(
  "Credential=AKIA111122223333/20251121/eu-west-1/codepipeline/aws4_request",
  "SignedHeaders=host;x-amz-date",
  "Signature=abc",
  "Other=1",
);
const mark = fc.constantFrom(",", ", ", " ");
const before = fc
  .array(fc.tuple(piece, mark), { minLength: 1, maxLength: 4 })
  .map((pieces) => `AWS4-HMAC-SHA256 ${pieces.flat().join("")}`);
const name = fc.constantFrom("Signature=", "Signature= ", "XSignature=");

/** What the header says, or the code of its refusal. */
function readingOf(header: string): unknown {
  try {
    return parseAuthorization(header);
  } catch (error) {
    return error;
  }
}

test("a header says the same whatever came before it with another signature", () => {
  fc.assert(
    fc.property(before, name, signature, signature, (start, word, first, second) => {
      const one = readingOf(`${start}${word}${first}`);
      const other = readingOf(`${start}${word}${second}`);
      // A space at the end keeps a header from being known again, and is not a part of what it says.
      expect(readingOf(`${start}${word}${first} `)).toEqual(one);
      expect(readingOf(`${start}${word}${second} `)).toEqual(other);
    }),
  );
});
