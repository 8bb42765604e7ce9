import { expect, test } from "vitest";
import { principalName } from "./principal-name";

test.each([
  ["the session of an assumed role", "arn:aws:sts::111122223333:assumed-role/ops/m.okafor", "m.okafor"],
  ["an IAM user", "arn:aws:iam::111122223333:user/m.okafor", "m.okafor"],
  ["an IAM user with a path", "arn:aws:iam::111122223333:user/team/web/m.okafor", "m.okafor"],
  ["an account", "arn:aws:iam::111122223333:root", "root"],
  ["another partition", "arn:aws-cn:sts::111122223333:assumed-role/ops/r.kaya", "r.kaya"],
  ["what is no ARN", "Ada Lindqvist", "Ada Lindqvist"],
  [
    "an ARN of another service",
    "arn:aws:events:eu-west-1:111122223333:rule/nightly",
    "arn:aws:events:eu-west-1:111122223333:rule/nightly",
  ],
  ["an ARN without a name", "arn:aws:iam::111122223333:user/", "arn:aws:iam::111122223333:user/"],
])("names %s", (_, principal, name) => {
  expect(principalName(principal)).toBe(name);
});
