import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld, worldStart } from "./testing/small-world";

interface Page {
  pipelines: Array<{ name: string }>;
  nextToken?: string;
}

function worldWith(...names: string[]): SmallWorld {
  const small = new SmallWorld();
  for (const name of names) small.create(pipelineOf(name, [stage("Run", [task("Go")])]));
  return small;
}

describe("ListPipelines", () => {
  it("answers summaries by name, of one account and region", () => {
    const small = worldWith("b", "a");
    expect(small.ask("ListPipelines", {})).toEqual({
      pipelines: ["a", "b"].map((name) => ({
        name,
        version: 1,
        pipelineType: "V1",
        executionMode: "SUPERSEDED",
        created: worldStart / 1000,
        updated: worldStart / 1000,
      })),
    });
    expect(small.ask("ListPipelines", {}, { region: "us-east-1" })).toEqual({ pipelines: [] });
  });

  it("pages on where it was while pipelines come and go", () => {
    const small = worldWith("a", "c", "e", "g");
    const first = small.ask<Page>("ListPipelines", { maxResults: 2 });
    expect(first.pipelines.map(({ name }) => name)).toEqual(["a", "c"]);
    small.ask("DeletePipeline", { name: "c" });
    small.create(pipelineOf("b", [stage("Run", [task("Go")])]));
    small.create(pipelineOf("d", [stage("Run", [task("Go")])]));
    const second = small.ask<Page>("ListPipelines", { nextToken: first.nextToken });
    expect(second.pipelines.map(({ name }) => name)).toEqual(["d", "e", "g"]);
    expect(second).not.toHaveProperty("nextToken");
  });

  it("has no token where the last page is full", () => {
    expect(worldWith("a", "b").ask("ListPipelines", { maxResults: 2 })).not.toHaveProperty("nextToken");
  });

  it("refuses a token of another region or of its own making", () => {
    const small = worldWith("a", "b");
    const { nextToken } = small.ask<Page>("ListPipelines", { maxResults: 1 });
    expect(small.refusal("ListPipelines", { nextToken }, { region: "us-east-1" })).toContain(
      "InvalidNextTokenException",
    );
    expect(small.refusal("ListPipelines", { nextToken: "made-up" })).toContain("InvalidNextTokenException");
  });
});
