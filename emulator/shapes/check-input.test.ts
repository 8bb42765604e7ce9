import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ServiceError } from "../engine/service-error";
import { checkInput } from "./check-input";

function refusal(shape: string, body: unknown): string {
  try {
    checkInput(shape, body);
  } catch (error) {
    if (error instanceof ServiceError) return `${error.code} ${error.message}`;
    throw error;
  }
  return "accepted";
}

const uuid = "0f3c1b52-7a39-4c55-9d0c-2f6b1f7e9a10";

describe("checkInput", () => {
  it("answers a copy that holds only members the shape knows", () => {
    const body = { name: "shop", version: null, surprise: true };
    expect(checkInput("GetPipelineInput", body)).toEqual({ name: "shop" });
  });

  it("takes an absent body for an empty one", () => {
    expect(checkInput("ListPipelinesInput", undefined)).toEqual({});
  });

  it.each([
    ["GetPipelineInput", {}, "Value at 'name' failed to satisfy constraint: Member must not be null"],
    [
      "GetPipelineInput",
      { name: "x".repeat(101) },
      "Value at 'name' failed to satisfy constraint: Member must have length less than or equal to 100",
    ],
    [
      "GetPipelineInput",
      { name: "no spaces" },
      "Value at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [A-Za-z0-9.@\\-_]+",
    ],
    [
      "GetPipelineInput",
      { name: "shop", version: 0 },
      "Value at 'version' failed to satisfy constraint: Member must have value greater than or equal to 1",
    ],
    [
      "ListPipelineExecutionsInput",
      { pipelineName: "shop", maxResults: 101 },
      "Value at 'maxResults' failed to satisfy constraint: Member must have value less than or equal to 100",
    ],
    [
      "EnableStageTransitionInput",
      { pipelineName: "shop", stageName: "Build", transitionType: "inbound" },
      "Value at 'transitionType' failed to satisfy constraint: Member must satisfy enum value set: [Inbound, Outbound]",
    ],
    [
      "StopPipelineExecutionInput",
      { pipelineName: "shop", pipelineExecutionId: uuid, reason: "x".repeat(201) },
      "Value at 'reason' failed to satisfy constraint: Member must have length less than or equal to 200",
    ],
    [
      "UntagResourceInput",
      { resourceArn: "arn:aws:codepipeline:eu-west-1:111122223333:shop", tagKeys: ["ok", ""] },
      "Value at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or equal to 128, Member must have length greater than or equal to 1]",
    ],
  ])("%s refuses %j in AWS's words", (shape, body, words) => {
    expect(refusal(shape, body)).toBe(`ValidationException 1 validation error detected: ${words}`);
  });

  it.each([
    [
      "TagResourceInput",
      { resourceArn: "arn:aws:codepipeline:eu-west-1:111122223333:shop", tags: [null, { key: "k" }] },
      "2 validation errors detected: Value at 'tags.1.member' failed to satisfy constraint: Member must not be null; Value at 'tags.2.member.value' failed to satisfy constraint: Member must not be null",
    ],
    [
      "UntagResourceInput",
      { resourceArn: "arn:aws:codepipeline:eu-west-1:111122223333:shop", tagKeys: ["ok", null] },
      "1 validation error detected: Value at 'tagKeys.2.member' failed to satisfy constraint: Member must not be null",
    ],
  ])("%s refuses null in a list of %j", (shape, body, words) => {
    expect(refusal(shape, body)).toBe(`ValidationException ${words}`);
  });

  it("names members of lists from 1 and the values of a map by the map", () => {
    const actions = [{ name: "Build", actionTypeId: {}, configuration: { ProjectName: "x".repeat(1001) } }];
    const body = {
      pipeline: {
        name: "shop",
        roleArn: "arn:aws:iam::111122223333:role/service",
        stages: [
          { name: "Source", actions: [] },
          { name: "Build", actions },
        ],
      },
    };
    const words = refusal("CreatePipelineInput", body);
    expect(words).toContain("5 validation errors detected: ");
    expect(words).toContain(
      "Value at 'pipeline.stages.2.member.actions.1.member.actionTypeId.provider' failed",
    );
    expect(words).toContain(
      "Value at 'pipeline.stages.2.member.actions.1.member.configuration' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to 1000, Member must have length greater than or equal to 1]",
    );
    expect(words.split("; ")).toHaveLength(5);
  });

  it("refuses too long keys of a map", () => {
    const type = { category: "Build", owner: "Custom", provider: "Jenkins", version: "1" };
    expect(
      refusal("PollForJobsInput", { actionTypeId: type, queryParam: { ["k".repeat(51)]: "v" } }),
    ).toContain(
      "Value at 'queryParam' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or equal to 50",
    );
  });

  it("reads maps of structures", () => {
    const body = {
      name: "shop",
      roleArn: "arn:aws:iam::111122223333:role/service",
      stages: [],
      artifactStores: { "eu-west-1": { type: "S3", location: "x" } },
    };
    expect(refusal("PipelineDeclaration", body)).toContain(
      "Value at 'artifactStores.eu-west-1.member.location' failed",
    );
  });

  it.each([
    ["GetPipelineInput", { name: 5 }, "Value at 'name' is not a string"],
    ["GetPipelineInput", { name: "shop", version: 1.5 }, "Value at 'version' is not a whole number"],
    ["GetPipelineInput", [], "Value at '' is not an object"],
    ["TagResourceInput", { resourceArn: "x", tags: {} }, "Value at 'tags' is not a list"],
    [
      "StopPipelineExecutionInput",
      { pipelineName: "a", pipelineExecutionId: uuid, abandon: "yes" },
      "Value at 'abandon' is not a boolean",
    ],
    ["PollForJobsInput", { actionTypeId: {}, queryParam: [] }, "Value at 'queryParam' is not a map"],
    [
      "ActionRevision",
      { revisionId: "a", revisionChangeId: "b", created: "soon" },
      "Value at 'created' is not an instant",
    ],
    ...["", " ", "1e400", 1e300, -1e12, true].map((created): [string, object, string] => [
      "ActionRevision",
      { revisionId: "a", revisionChangeId: "b", created },
      "Value at 'created' is not an instant",
    ]),
  ])("%s refuses %j as another JSON type", (shape, body, words) => {
    expect(refusal(shape, body)).toBe(`SerializationException ${words}`);
  });

  it.each([
    [1446726163.571, 1446726163.571],
    ["1446726163.571", 1446726163.571],
    ["2015-11-05T12:22:43.571Z", 1446726163.571],
  ])("reads the instant %j as epoch seconds", (given, read) => {
    const body = { revisionId: "a", revisionChangeId: "b", created: given };
    expect(checkInput("ActionRevision", body)).toMatchObject({ created: read });
  });

  it("answers or refuses whatever JSON it is given, and never with an error of another kind", () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom("CreatePipelineInput", "StartPipelineExecutionInput"),
        (body, shape) => {
          expect(refusal(shape, body)).toMatch(/^(accepted|ValidationException |SerializationException )/);
        },
      ),
    );
  });
});
