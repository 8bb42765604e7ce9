import { describe, expect, it } from "vitest";
import type { PipelineStructure } from "@/lib/domain/structure";
import { releaseOf, releaseOff, sourceError, sourcesOf } from "./release-form";

const source = (name: string, provider: string, key?: string) => ({
  name,
  runOrder: 1,
  category: "Source",
  owner: "AWS",
  provider,
  inputArtifacts: [],
  outputArtifacts: [],
  configuration: key === undefined ? [] : [{ key, value: "true", hidden: false }],
  commands: 0,
});

const structure: PipelineStructure = {
  target: "t",
  name: "shop",
  pipelineType: "V2",
  executionMode: "QUEUED",
  stages: [{ name: "Source", actions: [source("app", "CodeCommit"), source("image", "ECR")] }],
  triggers: [],
  variables: [
    { name: "region", hasDefault: true, defaultValue: "eu" },
    { name: "API_TOKEN", hasDefault: true },
    { name: "colour", hasDefault: false },
  ],
  consoleUrl: "https://example.com",
};
const EMPTY = { variables: {}, sources: {} };

describe("the release form", () => {
  it("posts what differs from the defaults, and revisions that are given", () => {
    const form = {
      variables: { region: "us", API_TOKEN: "", colour: "blue" },
      sources: { app: { value: " 41fa0c7 " }, image: { value: "" } },
    };
    expect(releaseOf(form, structure)).toEqual({
      variables: [
        { name: "region", value: "us" },
        { name: "colour", value: "blue" },
      ],
      sourceRevisions: [{ actionName: "app", revisionType: "COMMIT_ID", revisionValue: "41fa0c7" }],
    });
    expect(releaseOff(form, structure)).toBeUndefined();
  });

  it("says what is missing or wrong", () => {
    expect(releaseOff(EMPTY, structure)).toContain("colour");
    const form = { variables: { colour: "x".repeat(1001) }, sources: { app: { value: "main" } } };
    expect(releaseOff(form, structure)).toBe("colour is too long.");
    const [app] = sourcesOf(structure);
    expect(app && sourceError(form, app)).toContain("a commit id");
  });

  it("has neither for a pipeline of type V1", () => {
    const old = { ...structure, pipelineType: "V1", variables: [] };
    expect(sourcesOf(old)).toEqual([]);
    expect(releaseOff(EMPTY, old)).toBeUndefined();
  });
});
