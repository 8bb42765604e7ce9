import { describe, expect, it } from "vitest";
import { pipelineOf, stage, task } from "./testing/declarations";
import { SmallWorld } from "./testing/small-world";

const resourceArn = "arn:aws:codepipeline:eu-west-1:111122223333:shop";

function shop(): SmallWorld {
  const small = new SmallWorld();
  small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
  return small;
}

function tagsOf(count: number): Array<{ key: string; value: string }> {
  return Array.from({ length: count }, (_, index) => ({ key: `key-${index}`, value: "v" }));
}

describe("TagResource", () => {
  it("adds tags and overwrites values", () => {
    const small = shop();
    expect(small.ask("TagResource", { resourceArn, tags: [{ key: "team", value: "a" }] })).toEqual({});
    small.ask("TagResource", {
      resourceArn,
      tags: [
        { key: "team", value: "b" },
        { key: "cost", value: "" },
      ],
    });
    expect(small.ask("ListTagsForResource", { resourceArn })).toEqual({
      tags: [
        { key: "cost", value: "" },
        { key: "team", value: "b" },
      ],
    });
  });

  it("refuses the 51st tag, system keys and a key given twice, and changes nothing", () => {
    const small = shop();
    small.ask("TagResource", { resourceArn, tags: tagsOf(50) });
    expect(small.refusal("TagResource", { resourceArn, tags: [{ key: "one-more", value: "" }] })).toBe(
      `TooManyTagsException: Tag limit exceeded for resource [${resourceArn}].`,
    );
    expect(small.refusal("TagResource", { resourceArn, tags: [{ key: "AWS:x", value: "" }] })).toContain(
      "InvalidTagsException",
    );
    const twice = [tagsOf(1), tagsOf(1)].flat();
    expect(small.refusal("TagResource", { resourceArn, tags: twice })).toContain("InvalidTagsException");
    expect(small.ask("ListTagsForResource", { resourceArn })).toMatchObject({ tags: { length: 50 } });
  });
});
