import { expect } from "vitest";
import { pipelineOf, stage, task } from "./declarations";
import { SmallWorld } from "./small-world";

/** Expects that CreatePipeline and UpdatePipeline refuse a structure in these words, and that neither leaves anything behind. */
export function expectRefused(pipeline: object, words: string): void {
  const small = new SmallWorld();
  expect(small.refusal("CreatePipeline", { pipeline })).toBe(words);
  expect(small.ask("ListPipelines", {})).toEqual({ pipelines: [] });
  small.create(pipelineOf("shop", [stage("Run", [task("Go")])]));
  expect(small.refusal("UpdatePipeline", { pipeline })).toBe(words);
  expect(small.ask("GetPipeline", { name: "shop" })).toMatchObject({ pipeline: { version: 1 } });
}
