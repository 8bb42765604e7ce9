import { expect, test } from "vitest";
import { grantedOperations } from "./granted-operations";

const calls = (path: string, ...operations: string[]) => ({
  path: `lib/server/codepipeline/${path}`,
  text: operations.map((operation) => `new ${operation}Command({})`).join("\n"),
});
const signs = {
  path: "lib/server/aws/session-policy.ts",
  text: '  RetryStageExecution: "stage",\n',
};
const role = (path: string, ...operations: string[]) => ({
  path: `docs/deploy/${path}`,
  text: operations
    .map((operation) => `- codepipeline:${operation}`)
    .join("\n")
    .concat("\nResource: of the partition it is deployed in"),
});
const said = (...files: { path: string; text: string }[]) =>
  grantedOperations.run(files).map(({ path, message }) => `${path}: ${message}`);

const reads = calls("get-pipeline.ts", "GetPipeline");
const writes = calls("retry-stage.ts", "RetryStageExecution");

test("roles that grant exactly what is called pass", () => {
  expect(
    said(
      reads,
      writes,
      signs,
      role("read-role.yaml", "GetPipeline"),
      role("terraform/operator-role.tf", "RetryStageExecution"),
    ),
  ).toEqual([]);
});

test("a role that grants less or more is found, in each language", () => {
  expect(
    said(
      reads,
      writes,
      signs,
      role("read-role.yaml"),
      role("terraform/read-role.tf", "GetPipeline", "PollForJobs"),
    ),
  ).toEqual([
    "docs/deploy/read-role.yaml: does not grant GetPipeline, which the application calls",
    "docs/deploy/terraform/read-role.tf: grants PollForJobs, which the application does not call",
  ]);
  expect(said(writes, signs, role("operator-role.yaml"))).toEqual([
    "docs/deploy/operator-role.yaml: does not grant RetryStageExecution, which the application calls",
  ]);
});

test("a write that can be signed and is never called is found", () => {
  expect(said(signs)).toEqual([
    "lib/server/aws/session-policy.ts: can sign RetryStageExecution, which nothing calls",
  ]);
});

test("a write that cannot be signed narrowly is found; what tests call and other services are not", () => {
  expect(said(writes, signs, calls("delete-pipeline.ts", "DeletePipeline"))).toEqual([
    "lib/server/codepipeline/delete-pipeline.ts: calls DeletePipeline, which lib/server/aws/session-policy.ts cannot narrow",
  ]);
  expect(said(writes, signs, calls("x.test.ts", "DeletePipeline"), calls("sts.ts", "AssumeRole"))).toEqual(
    [],
  );
});

test("a template for one partition alone is found", () => {
  const fixed = { path: "docs/deploy/server-policy.yaml", text: "Resource: arn:aws:iam::1:role/x" };
  expect(said(fixed)).toEqual([
    "docs/deploy/server-policy.yaml: names one partition; expected the one it is deployed in",
  ]);
});
