import { describe, expect, test } from "vitest";
import { shortExecution, shortRevision } from "./short-id";

describe("shortRevision", () => {
  test.each([
    ["a commit SHA", "e41c9d2f0c0b3a5d6e7f8091a2b3c4d5e6f70819", "e41c9d2"],
    ["a SHA-256 commit", "e41c9d2f0c0b3a5d6e7f8091a2b3c4d5e6f70819e41c9d2f0c0b3a5d6e7f8091", "e41c9d2"],
    ["an image digest", "sha256:e41c9d2f0c0b3a5d6e7f8091a2b3c4d5e6f70819", "e41c9d2"],
    ["an S3 object version", "HYGp7zmwbCPPwo234xsCEM7d6ToeAqIl", "HYGp7zm"],
    ["a tag", "v1.24.0", "v1.24.0"],
    [
      "an S3 location with a version",
      '{"bucket":"b","key":"k","version":"HYGp7zmwbCPPwo23","etag":"f5"}',
      "HYGp7zm",
    ],
    [
      "an S3 location without one",
      '{"bucket":"b","key":"k","version":null,"etag":"f51889bff5402b0249676e48"}',
      "f51889b",
    ],
    ["something like JSON", "{not json at all}", "{not js"],
    ["JSON with neither version nor tag", '{"bucket":"only"}', '{"bucke'],
  ])("names %s", (_, id, short) => {
    expect(shortRevision(id)).toBe(short);
  });
});

test("an execution is known by 8 characters", () => {
  expect(shortExecution("9f2c71aa-38d1-4f0e-8a2b-1f7a2b3c4d5e")).toBe("9f2c71aa");
});
