import { expect, test } from "vitest";
import { looksSecret } from "./looks-secret";

// Put together here, so that no file of the project looks like a leak.
const letters = "abcdefghijklmnopqrstuvwxyz0123456789";
test.each([
  [`AKIA${"A".repeat(16)}`],
  [`id ASIA${"B".repeat(16)} and more`],
  [`ghp_${letters}`],
  [`github_pat_${letters}`],
  [`xoxb-${letters}`],
  [`eyJ${letters}.${letters}.x`],
  [`-----BEGIN RSA ${"PRIVATE"} KEY-----`],
  ["postgres://app:hunter2@db.internal/shop"],
  ["https://b.s3.amazonaws.com/k?X-Amz-Signature=abc"],
  [`Bearer ${letters}`],
])("%s looks like a secret", (value) => {
  expect(looksSecret(value)).toBe(true);
});

test.each([
  ["blue"],
  ["41fa0c7e9b2d4f60a1c35b7d8e9f0a1b2c3d4e5f"],
  ["sha256:5e11b0a94c7d5e11b0a94c7d5e11b0a94c7d5e11b0a94c7d5e11b0a94c7d5e11"],
  ["arn:aws:iam::111122223333:role/pipeline"],
  ["https://example.com/commit/41fa0c7?tab=files"],
  ["111122223333.dkr.ecr.eu-west-1.amazonaws.com/web:41fa0c7"],
  ["git@example.com:web/app.git"],
  [""],
])("%s does not", (value) => {
  expect(looksSecret(value)).toBe(false);
});
